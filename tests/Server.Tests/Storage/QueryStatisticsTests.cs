using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Storage;

public sealed class QueryStatisticsTests
{
    private const string Cases = """
        WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 5000)
        INSERT INTO cases (id, office_id, procedure_key, procedure_name, version_id, started_at, status, state, revision, root_id)
        SELECT 'case-' || n, 'one-office', 'k', 'n', 'v', '2026-01-19', 'open', '', 1, 'case-' || n FROM numbers
        """;

    private const string ByIds = "EXPLAIN QUERY PLAN SELECT subject_label FROM cases WHERE office_id = 'one-office' AND id IN ('case-1', 'case-2', 'case-3', 'case-4', 'case-5', 'case-6', 'case-7', 'case-8', 'case-9', 'case-10', 'case-11', 'case-12', 'case-13', 'case-14', 'case-15', 'case-16', 'case-17', 'case-18', 'case-19', 'case-20')";

    [Fact]
    public async Task Once_counted_a_large_office_is_read_by_ids_and_not_row_by_row()
    {
        var directory = Directory.CreateTempSubdirectory("statistics-").FullName;
        var file = Path.Combine(directory, "office.db");
        await MigratedDatabases.CopyToAsync(file);
        var dbs = new OfficeDbs(Database.Sqlite(file, []));
        await using (var db = dbs.Open(new Scope.System("test")))
        {
            await db.Database.ExecuteSqlRawAsync(Cases);
        }

        var before = await PlanAsync(dbs);
        var needed = await QueryStatistics.RenewAsync(dbs, CancellationToken.None);
        var after = await PlanAsync(dbs);

        Assert.True(needed);
        Assert.Contains("(office_id=?)", before, StringComparison.Ordinal);
        Assert.EndsWith("(id=?)", after, StringComparison.Ordinal);
        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }

    private static async Task<string> PlanAsync(OfficeDbs dbs)
    {
        await using var db = dbs.Open(new Scope.System("test"));
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = ByIds;
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return reader.GetString(3);
    }
}
