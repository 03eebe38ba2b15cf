using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Storage;

public sealed class SchemaTests
{
    private const string PostgresColumns = """
        SELECT table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
            || CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END || ' ' || is_identity
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory'
        UNION ALL
        SELECT t.relname || ' ' || CASE WHEN i.indisprimary THEN 'key' WHEN i.indisunique THEN 'unique' ELSE 'index' END
            || regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING', '')
        FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
        WHERE n.nspname = 'public' AND t.relname <> '__EFMigrationsHistory'
        UNION ALL
        SELECT c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) FROM pg_constraint c WHERE c.contype = 'f'
        """;

    private const string SqliteColumns = """
        SELECT t.name || '.' || c.name || ' ' || c.type || CASE c."notnull" WHEN 0 THEN ' null' ELSE '' END || ' ' || c.pk
        FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\' AND t.name NOT LIKE 'sqlite%'
        UNION ALL
        SELECT t.name || CASE i."unique" WHEN 1 THEN ' unique ' ELSE ' index ' END || coalesce(
            (SELECT group_concat(x.name) FROM (SELECT * FROM pragma_index_info(i.name) ORDER BY seqno) x), '')
            || coalesce(' ' || substr(m.sql, nullif(instr(m.sql, ' WHERE '), 0)), '')
        FROM sqlite_master t, pragma_index_list(t.name) i LEFT JOIN sqlite_master m ON m.name = i.name
        WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT t.name || ' to ' || f."table" || ' ' || f."from" || ' ' || f.on_delete
        FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        """;

    [Fact]
    public async Task Steps_make_the_tables_of_the_model_on_SQLite()
    {
        var directory = Directory.CreateTempSubdirectory("schema-").FullName;
        var stepped = Database.Sqlite(Path.Combine(directory, "stepped.db"), []);
        var created = Database.Sqlite(Path.Combine(directory, "created.db"), []);

        await CompareAsync(stepped, created, SqliteColumns);

        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Steps_make_the_tables_of_the_model_on_PostgreSQL() =>
        await CompareAsync(
            Database.Postgres(await Postgres.NewDatabaseAsync(), []),
            Database.Postgres(await Postgres.NewDatabaseAsync(), []),
            PostgresColumns);

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_does_not_stop_the_next()
    {
        var directory = Directory.CreateTempSubdirectory("schema-").FullName;
        var dbs = new OfficeDbs(Database.Sqlite(Path.Combine(directory, "office.db"), []));
        await Migrating.HandleAsync(dbs, CancellationToken.None);
        await using (var db = dbs.Open(new Scope.System("test")))
        {
            await db.Database.ExecuteSqlRawAsync("""
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-19');
                """);
        }

        await Migrating.HandleAsync(dbs, new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);

        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }

    private static async Task CompareAsync(Database stepped, Database created, string columns)
    {
        await Migrating.HandleAsync(new OfficeDbs(stepped), CancellationToken.None);
        await using var bySteps = new OfficeDb(stepped, static () => new Scope.System("test"));
        await using var byModel = new OfficeDb(created, static () => new Scope.System("test"));
        await byModel.Database.EnsureCreatedAsync();

        var expected = await ReadAsync(byModel.Database.GetDbConnection(), columns);
        var actual = await ReadAsync(bySteps.Database.GetDbConnection(), columns);

        Assert.NotEmpty(expected);
        Assert.Equal(
            (Missing: "", Surplus: ""),
            (Missing: string.Join('\n', expected.Except(actual, StringComparer.Ordinal)), Surplus: string.Join('\n', actual.Except(expected, StringComparer.Ordinal))));
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(DbConnection connection, string query)
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
