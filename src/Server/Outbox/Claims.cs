using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Outbox;

/// <summary>
/// Takes due rows for one owner: a lease says until when, a fence counts the claims, so that an owner who was too slow cannot write any more.
/// </summary>
internal static class Claims
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <param name="sqlite">One statement that claims and returns the rows; {0} is now, {1} the end of the lease, {2} how many at most.</param>
    /// <param name="postgres">The same, passing over what another claims at this moment.</param>
    public static async Task<IReadOnlyList<TRow>> TakeAsync<TRow>(
        OfficeDb db, string sqlite, string postgres, DateTimeOffset now, int most, CancellationToken stop)
        where TRow : class
    {
        var statement = db.Provider is DatabaseProvider.Sqlite ? sqlite : postgres;
        return await db.InTransactionAsync(
            inner => TakeAsync<TRow>(db, statement, [now.UtcDateTime, (now + Lease).UtcDateTime, most], inner), stop);
    }

    private static async Task<IReadOnlyList<TRow>> TakeAsync<TRow>(
        OfficeDb db, string statement, object[] parameters, CancellationToken stop)
        where TRow : class =>
        await db.Set<TRow>().FromSqlRaw(statement, parameters).IgnoreQueryFilters().AsNoTracking().ToListAsync(stop);
}
