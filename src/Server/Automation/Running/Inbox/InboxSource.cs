using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running.Inbox;

/// <summary>Tells cases what others caused: each in a commit of its own, each recipient's in order.</summary>
internal sealed partial class InboxSource(OfficeDbs dbs, CaseInbox inbox, TimeProvider clock, ILogger<InboxSource> log) : PumpSource
{
    private const int Batch = 50;
    private const int AtOnce = 4;
    private const int MostAttempts = 8;

    private const string Claim = """
        UPDATE case_inbox SET leased_until = {1}, fence = fence + 1, attempts = attempts + 1 WHERE position IN (
        SELECT entry.position FROM case_inbox entry WHERE entry.done_at IS NULL AND (entry.leased_until IS NULL OR entry.leased_until < {0})
        AND NOT EXISTS (SELECT 1 FROM case_inbox earlier WHERE earlier.case_id = entry.case_id AND earlier.done_at IS NULL
            AND earlier.position < entry.position)
        ORDER BY entry.position LIMIT {2}
        """;

    public override string Name => "inbox";

    public override async Task<int> PerformDueAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var db = dbs.Open(new Scope.System("pump"));
        if (!await Free(db).AnyAsync(entry => entry.LeasedUntil == null || entry.LeasedUntil < now, stop))
        {
            return 0;
        }

        var due = await Claims.TakeAsync<InboxEntry>(
            db, Claim + ") RETURNING *", Claim + " FOR UPDATE SKIP LOCKED) RETURNING *", now, Batch, stop);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(due, options, async (entry, inner) => await TellAsync(entry, inner));
        return due.Count;
    }

    public override async Task<DateTimeOffset?> NextDueAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        return await Free(db).MinAsync(static entry => (DateTimeOffset?)(entry.LeasedUntil ?? entry.WrittenAt), stop);
    }

    public override async Task ReleaseAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        await db.InTransactionAsync(
            inner => db.CaseInbox
                .Where(static entry => entry.DoneAt == null && entry.LeasedUntil != null)
                .ExecuteUpdateAsync(static entry => entry.SetProperty(static row => row.LeasedUntil, (DateTimeOffset?)null), inner),
            stop);
    }

    /// <summary>What waits for its moment only, not for an earlier one to the same case.</summary>
    private static IQueryable<InboxEntry> Free(OfficeDb db) => Free(db.CaseInbox);

    private static IQueryable<InboxEntry> Free(IQueryable<InboxEntry> all) => all
        .Where(entry => entry.DoneAt == null && !all.Any(earlier => earlier.CaseId == entry.CaseId && earlier.DoneAt == null && earlier.Position < entry.Position));

    private async Task TellAsync(InboxEntry entry, CancellationToken stop)
    {
        try
        {
            await using var db = dbs.Open(new Scope.CaseOffice(entry.OfficeId));
            db.Attach(entry);
            await inbox.TellAsync(db, entry, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            Log.LeaseLost(log, entry.Position);
        }
        catch (Exception trouble) when (!stop.IsCancellationRequested)
        {
            Log.Failed(log, trouble, entry.Position);
            await PutOffAsync(entry, trouble.Message, stop);
        }
    }

    private async Task PutOffAsync(InboxEntry failed, string reason, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.CaseOffice(failed.OfficeId));
        var entry = await db.CaseInbox.SingleAsync(row => row.Position == failed.Position, stop);
        if (entry.Fence != failed.Fence || entry.DoneAt is not null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        entry.LeasedUntil = now + (Retry.After(entry.Attempts) ?? TimeSpan.FromDays(1));
        entry.LastError = reason;
        if (entry.Attempts == MostAttempts)
        {
            db.Incidents.Add(CaseInbox.Incident(entry, "inbox-failing", $"ほかの案件からの知らせを伝えられませんでした。{reason}", now));
        }

        await db.SaveChangesAsync(stop);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Inbox entry {Position} was taken over or is no longer needed.")]
        public static partial void LeaseLost(ILogger logger, long position);

        [LoggerMessage(Level = LogLevel.Error, Message = "Inbox entry {Position} could not be told.")]
        public static partial void Failed(ILogger logger, Exception trouble, long position);
    }
}
