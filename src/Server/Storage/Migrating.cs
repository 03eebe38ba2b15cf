using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OfficeWorkflow.Server.Storage;

/// <summary>Brings the database to this version's schema before anything else happens.</summary>
internal static class Migrating
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public static async Task HandleAsync(OfficeDbs dbs, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("start-up"));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LongestWait);
        if (dbs.Database.Provider is DatabaseProvider.Sqlite)
        {
            await OnFileAsync(db, new SqliteConnectionStringBuilder(dbs.Database.ConnectionString).DataSource, patience.Token);
        }
        else
        {
            await db.Database.MigrateAsync(patience.Token);
        }
    }

    // A process killed while it migrates leaves a row in __EFMigrationsLock for which the next would wait for ever. A lock of
    // the operating system dies with its process: who holds it knows that such a row is stale.
    private static async Task OnFileAsync(OfficeDb db, string file, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var alone = await HoldAsync(file + ".migrating", stop);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", stop);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", stop);
        await db.Database.MigrateAsync(stop);
    }

    private static async Task<FileStream> HoldAsync(string file, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another process of ours is migrating this file at this moment.
                await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
            }
        }
    }
}
