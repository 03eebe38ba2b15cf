using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Storage.Backups;

/// <summary>A restore drill (復元の訓練): the backup is brought back in a throw-away place, looked at, and thrown away again.</summary>
public static class Drill
{
    /// <param name="look">Looks at what was brought back; gives one Japanese sentence a finding, none when all is well.</param>
    /// <returns>What lay in the backup, and what was found.</returns>
    public static async Task<Outcome<(BackupManifest Manifest, IReadOnlyList<string> Findings)>> HandleAsync(
        string file, Database database, Func<OfficeDbs, Task<IReadOnlyList<string>>> look, CancellationToken stop)
    {
        var place = Directory.CreateTempSubdirectory("office-drill-").FullName;
        try
        {
            return database.Provider is DatabaseProvider.Sqlite
                ? await TryAsync(file, Database.Sqlite(Path.Combine(place, "office.db"), []), place, look, stop)
                : await PostgresCopy.OnThrowAwayAsync(database, own => TryAsync(file, own, place, look, stop), stop);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(place, recursive: true);
        }
    }

    private static async Task<Outcome<(BackupManifest Manifest, IReadOnlyList<string> Findings)>> TryAsync(
        string file, Database own, string place, Func<OfficeDbs, Task<IReadOnlyList<string>>> look, CancellationToken stop)
    {
        switch (await Restore.HandleAsync(file, own, place, stop))
        {
            case Outcome<BackupManifest>.Done restored:
                // This version of the product must be able to go on with it.
                var dbs = new OfficeDbs(own);
                await Migrating.HandleAsync(dbs, stop);
                return (restored.Value, await look(dbs));
            case Outcome<BackupManifest>.Refused no:
                return no.Refusal;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
