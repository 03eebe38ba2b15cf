using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Outbox;

/// <summary>Performs one claimed entry and marks what became of it. The only place where a failing world is caught.</summary>
internal sealed partial class Performing(
    OfficeDbs dbs, IEnumerable<Performer> performers, TroubleBook troubles, TimeProvider clock, ILogger<Performing> log)
{
    public const string LostReason = "送信の途中でサーバーが止まりました。届いたかどうかは相手に確かめてください。";

    private readonly Dictionary<string, Performer> performers =
        performers.ToDictionary(static performer => performer.Kind, StringComparer.Ordinal);

    public async Task PerformAsync(OutboxEntry entry, CancellationToken stop)
    {
        try
        {
            var result = await TryAsync(entry, stop);
            if (result is not PerformResult.Done)
            {
                await MarkAsync(entry, result, Marking(entry, stop));
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another owner claimed it after our lease ended, or it is no longer needed: what we did not commit is not ours to write.
            Log.LeaseLost(log, entry.Id);
        }
    }

    /// <summary>Its owner died while it was leaving.</summary>
    public Task FindLostAsync(OutboxEntry entry, CancellationToken stop) =>
        MarkAsync(entry, new PerformResult.MaybeDone(LostReason), stop);

    private async Task<PerformResult> TryAsync(OutboxEntry entry, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.CaseOffice(entry.OfficeId));
        db.Attach(entry);
        using var lease = new CancellationTokenSource(Claims.Lease * 0.8, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lease.Token, stop);
        var context = new PerformContext(db, entry, clock.GetUtcNow(), inner => MarkSendingAsync(entry, inner));
        try
        {
            var result = await Performer(entry).PerformAsync(context, either.Token);
            if (result is PerformResult.Done)
            {
                var marking = Marking(entry, stop);
                context.MarkDone();
                await db.SaveChangesAsync(marking);
            }

            return result;
        }
        catch (Exception trouble) when (trouble is not DbUpdateConcurrencyException && !stop.IsCancellationRequested)
        {
            Log.Failed(log, trouble, entry.Kind, entry.Id);
            return entry.State is OutboxState.Sending ? new PerformResult.MaybeDone(LostReason) : new PerformResult.Retry(trouble.Message);
        }
    }

    /// <summary>What left was waited for to be certain, whoever wanted to stop: that it is known is written down too.</summary>
    private static CancellationToken Marking(OutboxEntry entry, CancellationToken stop) => entry.State is OutboxState.Sending ? CancellationToken.None : stop;

    /// <summary>Committed by itself, before the world is asked.</summary>
    private async Task MarkSendingAsync(OutboxEntry entry, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.CaseOffice(entry.OfficeId));
        var marked = await db.InTransactionAsync(
            inner => db.Outbox
                .Where(row => row.Id == entry.Id && row.Fence == entry.Fence && row.State == OutboxState.Waiting)
                .ExecuteUpdateAsync(static row => row.SetProperty(static one => one.State, OutboxState.Sending), inner),
            stop);
        if (marked == 0)
        {
            throw new DbUpdateConcurrencyException("The entry was claimed by another owner or is no longer needed.");
        }

        entry.State = OutboxState.Sending;
    }

    private async Task MarkAsync(OutboxEntry claimed, PerformResult result, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.CaseOffice(claimed.OfficeId));
        var now = clock.GetUtcNow();
        var entry = await db.Outbox.SingleAsync(row => row.Id == claimed.Id, stop);
        if (entry.Fence != claimed.Fence)
        {
            Log.LeaseLost(log, entry.Id);
            return;
        }

        switch (result)
        {
            case PerformResult.Postponed postponed:
                PutBack(entry, OutboxState.Waiting, postponed.Until);
                break;
            case PerformResult.Held:
                PutBack(entry, OutboxState.Held, entry.DueAt);
                break;
            case PerformResult.Retry retry when Retry.After(entry.Attempts) is { } wait:
                entry.State = OutboxState.Waiting;
                entry.LastError = retry.Reason;
                entry.LeasedUntil = null;
                entry.DueAt = now + wait;
                break;
            case PerformResult.Retry retry:
                await GiveUpAsync(db, entry, OutboxState.Failed, "attempts-exhausted", retry.Reason, stop);
                break;
            case PerformResult.Failed failed:
                await GiveUpAsync(db, entry, OutboxState.Failed, "not-performed", failed.Reason, stop);
                break;
            case PerformResult.MaybeDone maybe:
                await GiveUpAsync(db, entry, OutboxState.MaybeSent, "maybe-sent", maybe.Reason, stop);
                break;
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>Claimed, and nothing was tried.</summary>
    private static void PutBack(OutboxEntry entry, OutboxState state, DateTimeOffset dueAt)
    {
        entry.State = state;
        entry.LeasedUntil = null;
        entry.DueAt = dueAt;
        entry.Attempts--;
    }

    private async Task GiveUpAsync(OfficeDb db, OutboxEntry entry, OutboxState state, string code, string reason, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        entry.LastError = reason;
        entry.End(state, now);
        var context = new PerformContext(db, entry, now, static _ => Task.CompletedTask);
        if (!await Performer(entry).GiveUpAsync(context, reason, stop))
        {
            troubles.Write(db, entry, code, reason, now);
        }
    }

    private Performer Performer(OutboxEntry entry) =>
        performers.GetValueOrDefault(entry.Kind) ?? throw new InvalidOperationException($"No performer for {entry.Kind}.");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Performing {Kind} {Entry} failed.")]
        public static partial void Failed(ILogger logger, Exception trouble, string kind, Guid entry);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Entry {Entry} was taken over or is no longer needed; its mark is not ours.")]
        public static partial void LeaseLost(ILogger logger, Guid entry);
    }
}
