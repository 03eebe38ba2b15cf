using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Audit;

/// <summary>
/// Chains audit entries by hash within a second of their commit. One at a time in the whole database: on PostgreSQL a lock that dies with its
/// transaction, on SQLite the writer's gate; and the chain's numbers are unique, so it cannot fork.
/// </summary>
internal sealed class Sealer(OfficeDbs dbs, TimeProvider clock) : PumpSource
{
    private const int Batch = 200;

    // Transactions commit out of the order of their numbers, though never by so many; the nightly round looks at all.
    private const int OutOfOrder = 500;

    private const string TakeLease = "SELECT pg_try_advisory_xact_lock(7310032104) AS \"Value\"";

    // What comes in a burst is sealed in one commit.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(400);

    public override string Name => "sealer";

    public override async Task<int> PerformDueAsync(CancellationToken stop) =>
        await NextDueAsync(stop) <= clock.GetUtcNow() ? await SealAsync(isThorough: false, stop) : 0;

    public override async Task<DateTimeOffset?> NextDueAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sealer"));
        return await (await UnsealedAsync(db, isThorough: false, stop)).OrderBy(static entry => entry.Position)
            .Select(static entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(stop) + Gather;
    }

    /// <summary>Nothing is held longer than a transaction.</summary>
    public override Task ReleaseAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Seals everything that has no seal, however old.</summary>
    /// <returns>How many entries.</returns>
    public async Task<int> SealAllAsync(CancellationToken stop)
    {
        var all = 0;
        int round;
        do
        {
            round = await SealAsync(isThorough: true, stop);
            all += round;
        }
        while (round == Batch);

        return all;
    }

    private async Task<int> SealAsync(bool isThorough, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sealer"));
        return await db.InTransactionAsync(
            async inner =>
            {
                if (db.Provider is DatabaseProvider.Postgres && !await db.Database.SqlQueryRaw<bool>(TakeLease).SingleAsync(inner))
                {
                    return 0;
                }

                var entries = await (await UnsealedAsync(db, isThorough, inner)).OrderBy(static entry => entry.Position).Take(Batch).ToListAsync(inner);
                var head = await db.AuditSeals.OrderByDescending(static seal => seal.Number).FirstOrDefaultAsync(inner);
                foreach (var entry in entries)
                {
                    head = AuditSeal.After(head, entry, clock.GetUtcNow());
                    db.AuditSeals.Add(head);
                }

                await db.SaveChangesAsync(inner);
                return entries.Count;
            },
            stop);
    }

    private static async Task<IQueryable<AuditEntry>> UnsealedAsync(OfficeDb db, bool isThorough, CancellationToken stop)
    {
        var last = isThorough ? null : await db.AuditSeals.MaxAsync(static seal => (long?)seal.EntryPosition, stop);
        var from = (last ?? 0) - OutOfOrder;
        var seals = db.AuditSeals;
        return db.Audit.AsNoTracking().Where(entry => entry.Position > from && !seals.Any(seal => seal.EntryPosition == entry.Position));
    }
}
