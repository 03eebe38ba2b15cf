using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Moving;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>Moves the cases of a batch when their time has come: each once, in the commit that marks it.</summary>
internal sealed partial class MoveSource(
    OfficeDbs dbs, CaseRunner runner, ProcedureLibrary library, OfficeCalendars calendars, TimeProvider clock, ILogger<MoveSource> log) : PumpSource
{
    private const int Batch = 50;
    private const int MostAttempts = 8;

    /// <summary>The case moved on meanwhile: the item is taken again when its lease ends.</summary>
    private const string Busy = "case-busy";

    private const string Claim = """
        UPDATE move_items SET leased_until = {1}, fence = fence + 1, attempts = attempts + 1 WHERE id IN (
        SELECT id FROM move_items WHERE state = 'Waiting' AND due_at <= {0} AND (leased_until IS NULL OR leased_until < {0}) ORDER BY due_at, id LIMIT {2}
        """;

    public override string Name => "moves";

    public override async Task<int> PerformDueAsync(CancellationToken stop)
    {
        if (await NextDueAsync(stop) is not { } next || next > clock.GetUtcNow())
        {
            return 0;
        }

        await using var db = dbs.Open(new Scope.System("pump"));
        var due = await Claims.TakeAsync<MoveItem>(
            db, Claim + ") RETURNING *", Claim + " FOR UPDATE SKIP LOCKED) RETURNING *", clock.GetUtcNow(), Batch, stop);
        foreach (var item in due)
        {
            await PerformAsync(item, stop);
        }

        return due.Count;
    }

    public override async Task<DateTimeOffset?> NextDueAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        return await db.MoveItems
            .Where(static item => item.State == MoveState.Waiting)
            .MinAsync(static item => (DateTimeOffset?)(item.LeasedUntil > item.DueAt ? item.LeasedUntil : item.DueAt), stop);
    }

    public override async Task ReleaseAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        await db.InTransactionAsync(
            inner => db.MoveItems
                .Where(static item => item.State == MoveState.Waiting && item.LeasedUntil != null)
                .ExecuteUpdateAsync(static item => item.SetProperty(static row => row.LeasedUntil, (DateTimeOffset?)null), inner),
            stop);
    }

    private async Task PerformAsync(MoveItem item, CancellationToken stop)
    {
        try
        {
            await using var db = dbs.Open(new Scope.CaseOffice(item.OfficeId));
            db.Attach(item);
            var batch = await db.MoveBatches.AsNoTracking().SingleAsync(row => row.Id == item.BatchId, stop);
            await (item.CaseId is { } caseId ? MoveAsync(db, batch, item, caseId, stop) : AddRestAsync(db, batch, item, stop));
        }
        catch (DbUpdateConcurrencyException)
        {
            Log.Lost(log, item.Id);
        }
        catch (Exception trouble) when (!stop.IsCancellationRequested)
        {
            Log.Failed(log, trouble, item.Id);
            await PutOffAsync(item, stop);
        }
    }

    private async Task MoveAsync(OfficeDb db, MoveBatch batch, MoveItem item, Guid caseId, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (file, version) = (await db.Cases.SingleAsync(row => row.Id == caseId, stop), await db.ProcedureVersions.AsNoTracking().SingleAsync(row => row.Id == batch.VersionId, stop));
        if (file.TakesNothing || file.VersionId == version.Id)
        {
            (item.State, item.EndedAt, item.Reason) = (MoveState.Withdrawn, now, file.TakesNothing ? "案件が終わっていました。" : "もう移っていました。");
            await db.SaveChangesAsync(stop);
            return;
        }

        var impact = await ImpactOfAsync(db, batch, file, version, now, stop);
        if (impact.Kind is ImpactKind.NeedsChoice or ImpactKind.Impossible)
        {
            var why = impact.Plan.Refusals.FirstOrDefault() ?? new MoveRefusal("case-not-movable", "", "この案件はその版へ移せません。");
            await RefuseAsync(db, item, why.Code, why.Reason, now, stop);
            return;
        }

        (item.State, item.EndedAt) = (MoveState.Moved, now);
        db.Note(file.OfficeId, now, "case-moved", $"procedure:{batch.Key}", $"案件を第{batch.Number}版へ移した。", file.Id);
        if (await runner.MoveAsync(db, file, version, impact.Choices, now, batch.AskedBy, stop) is Outcome<CaseFile>.Refused { Refusal: { Code: not Busy } no })
        {
            await using var fresh = dbs.Open(new Scope.CaseOffice(item.OfficeId));
            var row = await fresh.MoveItems.SingleAsync(row => row.Id == item.Id && row.Fence == item.Fence, stop);
            await RefuseAsync(fresh, row, no.Code, no.Reason, now, stop);
        }
    }

    private async Task<Impact> ImpactOfAsync(OfficeDb db, MoveBatch batch, CaseFile file, ProcedureVersion version, DateTimeOffset now, CancellationToken stop)
    {
        var (from, to) = (await library.ProcessAsync(db, file.VersionId, stop), await library.ProcessAsync(db, version.Id, stop));
        var calendar = await calendars.OfAsync(db, file.OfficeId, stop);
        return new Impacts(from, to, System.Collections.Frozen.FrozenSet<string>.Empty).Of(CaseFormat.Read(file.State), ChosenMoves.Read(batch.Choices), now, calendar);
    }

    private static async Task RefuseAsync(OfficeDb db, MoveItem item, string code, string reason, DateTimeOffset now, CancellationToken stop)
    {
        (item.State, item.Code, item.Reason, item.EndedAt) = (MoveState.Refused, code, reason, now);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>What began on another version since the batch was asked for comes too.</summary>
    private async Task AddRestAsync(OfficeDb db, MoveBatch batch, MoveItem item, CancellationToken stop)
    {
        var known = await db.MoveItems.Where(row => row.BatchId == batch.Id && row.CaseId != null).Select(static row => row.CaseId!.Value).ToListAsync(stop);
        var rest = await (
            from file in db.Cases
            where file.ProcedureKey == batch.Key && file.Status == CaseStatus.Open && file.StoppedAt == null && file.VersionId != batch.VersionId
            join version in db.ProcedureVersions on file.VersionId equals version.Id
            select new { file.Id, version.Number }).ToListAsync(stop);
        db.MoveItems.AddRange(rest.Where(file => !known.Contains(file.Id)).Select(file => MoveCases.Item(batch, file.Id, file.Number)));
        (item.State, item.EndedAt) = (MoveState.Withdrawn, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Tried again later; in the end it says so beside the others.</summary>
    private async Task PutOffAsync(MoveItem failed, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.CaseOffice(failed.OfficeId));
        var item = await db.MoveItems.SingleAsync(row => row.Id == failed.Id, stop);
        if (item.Fence != failed.Fence || item.State is not MoveState.Waiting)
        {
            return;
        }

        var now = clock.GetUtcNow();
        item.LeasedUntil = now + (Retry.After(item.Attempts) ?? TimeSpan.FromDays(1));
        if (item.Attempts >= MostAttempts)
        {
            (item.State, item.Code, item.Reason, item.EndedAt) = (MoveState.Refused, "move-failing", "サーバーの不具合で移せませんでした。時間をおいて、もう一度移してください。", now);
        }

        await db.SaveChangesAsync(stop);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The move {Item} was taken over or withdrawn.")]
        public static partial void Lost(ILogger logger, Guid item);

        [LoggerMessage(Level = LogLevel.Error, Message = "The move {Item} failed.")]
        public static partial void Failed(ILogger logger, Exception trouble, Guid item);
    }
}
