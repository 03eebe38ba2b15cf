using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Outbox;

/// <summary>The outbox as the pump sees it: the kinds of one lane.</summary>
internal sealed class OutboxSource : PumpSource
{
    /// <summary>Where the entries of a performer go that says nothing else.</summary>
    public const string MainLane = "outbox";

    private const int Batch = 20;
    private const int AtOnce = 4;

    private readonly OfficeDbs dbs;
    private readonly Performing performing;
    private readonly TimeProvider clock;
    private readonly List<string> kinds;
    private readonly string claim;
    private readonly string claimLost;

    /// <param name="lane">Its name in the log and in the health answer, too.</param>
    public OutboxSource(string lane, IEnumerable<Performer> performers, OfficeDbs dbs, Performing performing, TimeProvider clock)
    {
        (this.dbs, this.performing, this.clock) = (dbs, performing, clock);
        Name = lane;
        kinds = [.. performers.Where(performer => string.Equals(performer.Lane, lane, StringComparison.Ordinal)).Select(static performer => performer.Kind)];
        var ofLane = $"kind IN ({string.Join(", ", kinds.Select(static kind => $"'{kind}'").DefaultIfEmpty("''"))})";
        claim = $$"""
            UPDATE outbox SET leased_until = {1}, fence = fence + 1, attempts = attempts + 1 WHERE id IN (SELECT entry.id FROM outbox entry
            WHERE {{ofLane}} AND state = 'Waiting' AND due_at <= {0} AND (leased_until IS NULL OR leased_until < {0})
            AND (order_key IS NULL OR NOT EXISTS (SELECT 1 FROM outbox earlier WHERE earlier.order_key = entry.order_key
                AND earlier.order_number < entry.order_number AND (earlier.state IN ('Sending', 'Held') OR (earlier.state = 'Waiting' AND earlier.due_at <= {0}))))
            ORDER BY due_at LIMIT {2}
            """;
        claimLost = $$"""
            UPDATE outbox SET leased_until = {1}, fence = fence + 1 WHERE id IN (
            SELECT id FROM outbox WHERE {{ofLane}} AND state = 'Sending' AND leased_until < {0} LIMIT {2}
            """;
    }

    public override string Name { get; }

    public override async Task<int> PerformDueAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var db = dbs.Open(new Scope.System("pump"));
        if (!await IsAnyDueAsync(db, now, stop))
        {
            return 0;
        }

        var lost = await TakeAsync(db, claimLost, now, stop);
        var due = await TakeAsync(db, claim, now, stop);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(lost, options, async (entry, inner) => await performing.FindLostAsync(entry, inner));
        await Parallel.ForEachAsync(due, options, async (entry, inner) => await performing.PerformAsync(entry, inner));
        return lost.Count + due.Count;
    }

    public override async Task<DateTimeOffset?> NextDueAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        var waiting = await Free(db, clock.GetUtcNow()).MinAsync(static entry => (DateTimeOffset?)(entry.LeasedUntil > entry.DueAt ? entry.LeasedUntil : entry.DueAt), stop);
        var sending = await Leaving(db).MinAsync(static entry => entry.LeasedUntil, stop);
        return waiting is null || sending < waiting ? sending ?? waiting : waiting;
    }

    public override async Task ReleaseAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        var before = clock.GetUtcNow() - Claims.Lease;
        await db.InTransactionAsync(
            inner => db.Outbox
                .Where(entry => entry.LeasedUntil != null && kinds.Contains(entry.Kind) && (entry.State == OutboxState.Waiting || entry.State == OutboxState.Sending))
                .ExecuteUpdateAsync(entry => entry.SetProperty(static row => row.LeasedUntil, before), inner),
            stop);
    }

    /// <summary>Stops at the first: where thousands wait, looking at all of them each turn would cost more than performing them.</summary>
    private async Task<bool> IsAnyDueAsync(OfficeDb db, DateTimeOffset now, CancellationToken stop) =>
        await Free(db, now).AnyAsync(entry => entry.DueAt <= now && (entry.LeasedUntil == null || entry.LeasedUntil < now), stop)
        || await Leaving(db).AnyAsync(entry => entry.LeasedUntil < now, stop);

    /// <summary>What waits for its moment only: not what waits for an earlier one of its order, which may be held for days.</summary>
    private IQueryable<OutboxEntry> Free(OfficeDb db, DateTimeOffset now) => Free(db.Outbox, now);

    private IQueryable<OutboxEntry> Free(IQueryable<OutboxEntry> all, DateTimeOffset now) => all
        .Where(entry => entry.State == OutboxState.Waiting && kinds.Contains(entry.Kind))
        .Where(entry => entry.OrderKey == null || !all.Any(earlier => earlier.OrderKey == entry.OrderKey && earlier.OrderNumber < entry.OrderNumber
            && ((earlier.State == OutboxState.Waiting && earlier.DueAt <= now) || earlier.State == OutboxState.Sending || earlier.State == OutboxState.Held)));

    private IQueryable<OutboxEntry> Leaving(OfficeDb db) =>
        db.Outbox.Where(entry => entry.State == OutboxState.Sending && kinds.Contains(entry.Kind));

    private static Task<IReadOnlyList<OutboxEntry>> TakeAsync(OfficeDb db, string claim, DateTimeOffset now, CancellationToken stop) =>
        Claims.TakeAsync<OutboxEntry>(db, claim + ") RETURNING *", claim + " FOR UPDATE SKIP LOCKED) RETURNING *", now, Batch, stop);
}
