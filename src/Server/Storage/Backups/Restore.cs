using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Storage.Backups;

/// <summary>Brings a backup back into an empty place; what is there already is never overwritten.</summary>
public static class Restore
{
    public static async Task<Outcome<BackupManifest>> HandleAsync(string file, Database database, string dataDirectory, CancellationToken stop)
    {
        if (!(database.Provider is DatabaseProvider.Sqlite ? SqliteCopy.IsEmpty(database) : await PostgresCopy.IsEmptyAsync(database, stop)))
        {
            return new Refusal(
                "database-not-empty", "戻す先のデータベースには記録があります。空の場所を --data で指定するか、今のデータを別の場所へ移してから戻してください。", Kind: RefusalKind.Conflict);
        }

        using var folder = BackupFolder.New(dataDirectory);
        return await folder.UnpackAsync(file, stop) is { } manifest
            ? await BringBackAsync(folder, manifest, database, dataDirectory, stop)
            : new Refusal("backup-broken", $"{file} がないか、控えではないか、壊れています。--from の場所を確かめ、だめなら別の控えを使ってください。");
    }

    private static async Task<Outcome<BackupManifest>> BringBackAsync(
        BackupFolder folder, BackupManifest manifest, Database database, string dataDirectory, CancellationToken stop)
    {
        if (manifest.Provider != database.Provider)
        {
            return new Refusal("backup-of-other-database", $"この控えは {manifest.Provider} のものです。同じ種類のデータベースに戻してください。");
        }

        // First: a place with its database counts as restored, and must not lack them.
        KeyFiles.Copy(folder.Keys, Path.Combine(dataDirectory, "keys"));
        if (await LoadAsync(folder.DatabaseFile(database.Provider), database, stop) is { } trouble)
        {
            return trouble;
        }

        return await DifferenceAsync(database, manifest, stop) is { } table
            ? new Refusal("rows-differ", $"戻しましたが、表 {table} の件数が控えと合いません。この控えを使わず、別の控えを使ってください。")
            : manifest;
    }

    private static async Task<Refusal?> LoadAsync(string copy, Database database, CancellationToken stop)
    {
        if (database.Provider is DatabaseProvider.Postgres)
        {
            return await PostgresCopy.LoadAsync(database, copy, stop);
        }

        var file = SqliteCopy.FileOf(database);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Move(copy, file);
        return null;
    }

    private static async Task<string?> DifferenceAsync(Database database, BackupManifest manifest, CancellationToken stop)
    {
        var rows = database.Provider is DatabaseProvider.Sqlite ? await SqliteCopy.CountAsync(database, stop) : await PostgresCopy.CountAsync(database, stop);
        return manifest.Rows.Keys.Union(rows.Keys, StringComparer.Ordinal)
            .FirstOrDefault(table => manifest.Rows.GetValueOrDefault(table, -1) != rows.GetValueOrDefault(table, -1));
    }
}
