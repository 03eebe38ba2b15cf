using Microsoft.EntityFrameworkCore;

namespace OfficeWorkflow.Server.Storage;

/// <summary>Brings the database to this version's schema before anything else happens. For who has it alone: <see cref="StartingAlone"/>.</summary>
internal static class Migrating
{
    public static async Task HandleAsync(OfficeDbs dbs, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("start-up"));

        // A step over the work of years takes as long as it takes: given up half way, each start would begin it anew.
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        if (dbs.Database.Provider is DatabaseProvider.Sqlite)
        {
            await OnFileAsync(db, stop);
        }
        else
        {
            await db.Database.MigrateAsync(stop);
        }
    }

    // A process killed while it migrates leaves a row in __EFMigrationsLock for which the next would wait for ever. Who starts alone knows that such a row is stale.
    private static async Task OnFileAsync(OfficeDb db, CancellationToken stop)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", stop);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", stop);
        await db.Database.MigrateAsync(stop);
    }
}
