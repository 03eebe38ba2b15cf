using Microsoft.Data.Sqlite;

namespace OfficeWorkflow.Server.Storage.Backups;

/// <summary>SQLite's own online backup: whole and consistent while the office works.</summary>
internal static class SqliteCopy
{
    public static string FileOf(Database database) => Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);

    public static async Task<(string? Step, Dictionary<string, long> Rows)> SaveAsync(Database database, string file, CancellationToken stop)
    {
        await using var source = Open(FileOf(database), SqliteOpenMode.ReadOnly);
        await source.OpenAsync(stop);
        await using var copy = Open(file, SqliteOpenMode.ReadWriteCreate);
        await copy.OpenAsync(stop);
        source.BackupDatabase(copy);

        return (await RowCounts.SchemaStepAsync(copy, DatabaseProvider.Sqlite, stop), await RowCounts.OfAsync(copy, DatabaseProvider.Sqlite, stop));
    }

    public static async Task<Dictionary<string, long>> CountAsync(Database database, CancellationToken stop)
    {
        await using var connection = Open(FileOf(database), SqliteOpenMode.ReadOnly);
        await connection.OpenAsync(stop);
        return await RowCounts.OfAsync(connection, DatabaseProvider.Sqlite, stop);
    }

    public static bool IsEmpty(Database database) => !File.Exists(FileOf(database));

    private static SqliteConnection Open(string file, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
}
