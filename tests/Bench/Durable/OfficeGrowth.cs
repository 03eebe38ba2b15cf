using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>What the same step costs in a young office and in an old one: 10 finished cases and one version against 100,000 and 200.</summary>
internal static class OfficeGrowth
{
    private const int Rounds = 20;
    private const int Steps = 50;
    private const string Finished = "finished";

    private static readonly string Source = Drawing.Of(
        Finished, $"""<startEvent id="start"/>{Drawing.Work("work")}<endEvent id="end"/>{Drawing.Way("start", "work", "end")}""");

    public static async Task<Figure> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("office-bench-").FullName;
        var young = await OfficeAsync(Path.Combine(folder, "young.db"), cases: 10, versions: 1);
        var old = await OfficeAsync(Path.Combine(folder, "old.db"), cases: 100_000, versions: 200);
        var (first, last) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            first = Math.Min(first, await TimeAsync(young));
            last = Math.Min(last, await TimeAsync(old));
        }

        BenchOffice.LetGo(folder);
        var conditions = string.Create(
            CultureInfo.InvariantCulture,
            $"SQLite, one client; a work item finished and the next committed with 100,000 finished cases and 200 versions of the procedure, against 10 and 1; best of {Rounds} rounds of {Steps} in turn; {Machine.Conditions}");

        return Figure.Against("growth", last, "ms/step", first, conditions);
    }

    private static async Task<WorkWithoutEnd> OfficeAsync(string file, int cases, int versions)
    {
        var office = await BenchOffice.OpenAsync(Database.Sqlite(file, []));
        await office.PublishAsync(Source);
        for (var version = 0; version < versions; version++)
        {
            await office.PublishAsync(WorkWithoutEnd.Source);
        }

        var done = await office.StartAsync(Finished);
        await using var db = office.Db();
        var input = new Input.WorkFinished(TimeProvider.System.GetUtcNow(), CaseFormat.Read(done.State).Waits[0].Id, Value.Record.Empty);
        if (await office.Runner.TellAsync(db, done.Id, input, CancellationToken.None) is not Outcome<CaseFile>.Done)
        {
            throw new InvalidOperationException("The case could not be finished.");
        }

        await CopyAsync<CaseFile>(db, cases - 1, nameof(CaseFile.Id), nameof(CaseFile.RootId));
        await CopyAsync<HistoryEntry>(db, cases - 1, nameof(HistoryEntry.CaseId));
        await CopyAsync<WorkItem>(db, cases - 1, nameof(WorkItem.CaseId), nameof(WorkItem.Id));

        return new WorkWithoutEnd(office, await office.StartAsync(WorkWithoutEnd.Key));
    }

    /// <summary>The rows of the one case again and again, each time with ids of their own.</summary>
    [SuppressMessage("Security", "EF1002", Justification = "The text is made of the names that the model gives its tables and columns.")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "S2077", Justification = "Names of tables and columns come from the model.")]
    private static Task CopyAsync<TRow>(OfficeDb db, int times, params string[] ids)
    {
        var entity = db.Model.FindEntityType(typeof(TRow))!;
        var columns = entity.GetProperties().Select(static property => (property.Name, Column: property.GetColumnName())).ToList();
        var values = columns.Select(column => ids.Contains(column.Name, StringComparer.Ordinal) ? "printf('00000000-0000-7000-8000-%012X', i)" : $"one.\"{column.Column}\"");
        var table = entity.GetTableName();
        var number = times.ToString(CultureInfo.InvariantCulture);

        return db.Database.ExecuteSqlRawAsync($"""
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(static column => $"\"{column.Column}\""))})
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {number})
            SELECT {string.Join(", ", values)} FROM (SELECT * FROM "{table}") AS one, n
            """);
    }

    private static async Task<double> TimeAsync(WorkWithoutEnd steps)
    {
        var watch = Stopwatch.StartNew();
        for (var step = 0; step < Steps; step++)
        {
            await steps.StepAsync();
        }

        return watch.Elapsed.TotalMilliseconds / Steps;
    }
}
