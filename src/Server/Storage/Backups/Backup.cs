using System.Globalization;
using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Storage.Backups;

/// <summary>Makes a backup (控え): one file with the database of this moment and the keys, while the office works.</summary>
public static class Backup
{
    /// <param name="target">File to make, or a folder that exists; null for a new file under the data directory.</param>
    /// <returns>The file and what lies in it.</returns>
    public static async Task<Outcome<(string File, BackupManifest Manifest)>> HandleAsync(
        Database database, string dataDirectory, string? target, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var name = $"office-backup-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.zip";
        var file = Path.GetFullPath(target is null ? Path.Combine(dataDirectory, "backups", name) : Directory.Exists(target) ? Path.Combine(target, name) : target);
        if (File.Exists(file))
        {
            return new Refusal("backup-exists", $"{file} はもうあります。別の名前を --to で指定してください。");
        }

        if (database.Provider is DatabaseProvider.Sqlite && SqliteCopy.IsEmpty(database))
        {
            return new Refusal("database-missing", $"データベース {SqliteCopy.FileOf(database)} がありません。--data の場所を確かめてください。");
        }

        using var folder = BackupFolder.New(Path.GetDirectoryName(file)!);
        var copy = folder.DatabaseFile(database.Provider);
        var saved = database.Provider is DatabaseProvider.Sqlite ? await SqliteCopy.SaveAsync(database, copy, stop) : await PostgresCopy.SaveAsync(database, copy, stop);
        if (saved is not Outcome<(string? Step, Dictionary<string, long> Rows)>.Done done)
        {
            return ((Outcome<(string? Step, Dictionary<string, long> Rows)>.Refused)saved).Refusal;
        }

        KeyFiles.Copy(Path.Combine(dataDirectory, "keys"), folder.Keys);
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, database.Provider, now, done.Value.Step, done.Value.Rows, new Dictionary<string, string>(StringComparer.Ordinal));
        await folder.PackAsync(manifest, file, stop);
        return (file, manifest);
    }
}
