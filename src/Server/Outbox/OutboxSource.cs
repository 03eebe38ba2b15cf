using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Outbox;

/// <summary>The outbox as the pump sees it.</summary>
internal sealed class OutboxSource(OfficeDbs dbs, Performing performing, TimeProvider clock) : PumpSource
{
    private const int Batch = 20;
    private const int AtOnce = 4;

    private const string Due = """
        state = 'Waiting' AND due_at <= {0} AND (leased_until IS NULL OR leased_until < {0})
        AND (order_key IS NULL OR NOT EXISTS (SELECT 1 FROM outbox earlier WHERE earlier.order_key = entry.order_key
            AND earlier.order_number < entry.order_number AND earlier.state IN ('Waiting', 'Sending')))
        """;

    private const string Claim =
        "UPDATE outbox SET leased_until = {1}, fence = fence + 1, attempts = attempts + 1 WHERE id IN (SELECT entry.id FROM outbox entry WHERE "
        + Due + " ORDER BY due_at LIMIT {2}";

    private const string ClaimLost =
        "UPDATE outbox SET leased_until = {1}, fence = fence + 1 WHERE id IN (SELECT id FROM outbox WHERE state = 'Sending' AND leased_until < {0} LIMIT {2}";

    public override string Name => "outbox";

    public override async Task<int> PerformDueAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await NextDueAsync(stop) is not { } next || next > now)
        {
            return 0;
        }

        await using var db = dbs.Open(new Scope.System("pump"));
        var lost = await Claims.TakeAsync<OutboxEntry>(
            db, ClaimLost + ") RETURNING *", ClaimLost + " FOR UPDATE SKIP LOCKED) RETURNING *", now, Batch, stop);
        var due = await Claims.TakeAsync<OutboxEntry>(
            db, Claim + ") RETURNING *", Claim + " FOR UPDATE SKIP LOCKED) RETURNING *", now, Batch, stop);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
        await Parallel.ForEachAsync(lost, options, async (entry, inner) => await performing.FindLostAsync(entry, inner));
        await Parallel.ForEachAsync(due, options, async (entry, inner) => await performing.PerformAsync(entry, inner));
        return lost.Count + due.Count;
    }

    public override async Task<DateTimeOffset?> NextDueAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        var waiting = await db.Outbox
            .Where(static entry => entry.State == OutboxState.Waiting)
            .MinAsync(static entry => (DateTimeOffset?)(entry.LeasedUntil > entry.DueAt ? entry.LeasedUntil : entry.DueAt), stop);
        var sending = await db.Outbox
            .Where(static entry => entry.State == OutboxState.Sending)
            .MinAsync(static entry => entry.LeasedUntil, stop);
        return waiting is null || sending < waiting ? sending ?? waiting : waiting;
    }

    public override async Task ReleaseAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        var before = clock.GetUtcNow() - Claims.Lease;
        await db.InTransactionAsync(
            inner => db.Outbox
                .Where(static entry => entry.LeasedUntil != null && (entry.State == OutboxState.Waiting || entry.State == OutboxState.Sending))
                .ExecuteUpdateAsync(entry => entry.SetProperty(static row => row.LeasedUntil, before), inner),
            stop);
    }
}
