using Microsoft.Data.Sqlite;
using Npgsql;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Databases of this version's schema without a row: migrated once a test run, each office begins with a copy.</summary>
internal static class MigratedDatabases
{
    private static readonly Lazy<Task<string>> File = new(MigrateFileAsync);

    private static readonly Lazy<Task<string>> Cluster = new(MigrateDatabaseAsync);

    public static async Task CopyToAsync(string file) => System.IO.File.Copy(await File.Value, file);

    /// <returns>The connection string of a new one.</returns>
    public static async Task<string> OnPostgresAsync() => await Postgres.NewDatabaseAsync(await Cluster.Value);

    private static async Task<string> MigrateFileAsync()
    {
        var directory = Directory.CreateTempSubdirectory("office-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        var file = Path.Combine(directory, "migrated.db");
        await Migrating.HandleAsync(new OfficeDbs(Database.Sqlite(file, [])), CancellationToken.None);

        // The journal that stands beside the file goes into the copy.
        var whole = Path.Combine(directory, "office.db");
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $whole";
        command.Parameters.AddWithValue("$whole", whole);
        await command.ExecuteNonQueryAsync();
        return whole;
    }

    private static async Task<string> MigrateDatabaseAsync()
    {
        // Nobody may be in a database that is copied, not even a pool.
        var address = new NpgsqlConnectionStringBuilder(await Postgres.NewDatabaseAsync()) { Pooling = false };
        await Migrating.HandleAsync(new OfficeDbs(Database.Postgres(address.ToString(), [])), CancellationToken.None);
        return address.Database!;
    }
}
