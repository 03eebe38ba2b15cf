using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>What every database that has run for a while has behind it, and one filled within seconds has not.</summary>
internal static class Settling
{
    /// <summary>
    /// The job of the night on SQLite; PostgreSQL's own housekeeping, which comes within a minute of many new rows. Until then it takes tables for empty, and any
    /// index that begins with the office for as good as the one that names the row.
    /// </summary>
    public static async Task SettleAsync(OfficeDbs dbs)
    {
        if (!await QueryStatistics.RenewAsync(dbs, CancellationToken.None))
        {
            await using var db = dbs.Open(new Scope.System("bench"));
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
            await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        }
    }
}
