using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OfficeWorkflow.Server.Storage.Backups;

/// <summary>How many rows each of our tables has.</summary>
internal static class RowCounts
{
    private const string SqliteTables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'";

    /// <summary>The calendar of the housekeeping keeps tables of its own there, which belong to no office.</summary>
    private const string PostgresTables =
        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_\\_%' AND table_name NOT ILIKE 'qrtz%'";

    [SuppressMessage("Security", "CA2100", Justification = "The names of our own tables, as the database lists them.")]
    public static async Task<Dictionary<string, long>> OfAsync(DbConnection connection, DatabaseProvider provider, CancellationToken stop)
    {
        var tables = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = provider is DatabaseProvider.Sqlite ? SqliteTables : PostgresTables;
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                tables.Add(reader.GetString(0));
            }
        }

        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            counts[table] = Convert.ToInt64(await ValueAsync(connection, $"SELECT COUNT(*) FROM \"{table}\"", stop), CultureInfo.InvariantCulture);
        }

        return counts;
    }

    /// <returns>Null where no schema step was taken yet.</returns>
    public static async Task<string?> SchemaStepAsync(DbConnection connection, DatabaseProvider provider, CancellationToken stop)
    {
        var exists = provider is DatabaseProvider.Sqlite
            ? "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'"
            : "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '__EFMigrationsHistory'";
        return Convert.ToInt64(await ValueAsync(connection, exists, stop), CultureInfo.InvariantCulture) == 0
            ? null
            : await ValueAsync(connection, "SELECT MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\"", stop) as string;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Names of our own tables, read from the database's list.")]
    private static async Task<object?> ValueAsync(DbConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(stop);
    }
}
