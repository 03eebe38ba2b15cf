using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>A message from outside is accepted → the work that it opens is seen by somebody else.</summary>
internal static class EventToWork
{
    private const int Messages = 500;
    private const string Key = "event-to-work";

    private static readonly string Source = Drawing.Of(
        Key,
        $"""<startEvent id="start"/><receiveTask id="hear" messageRef="m"/>{Drawing.Work("work")}<endEvent id="end"/>{Drawing.Way("start", "hear", "work", "end")}""",
        """<message id="m" name="answered"><extensionElements><office:correlation key="=number"/></extensionElements></message>""");

    public static async Task<Figure[]> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("office-bench-").FullName;
        var onSqlite = await MeasureAsync(BenchOffice.Sqlite(folder), "SQLite");
        BenchOffice.LetGo(folder);
        using var cluster = PostgresCluster.Start();

        return [onSqlite, await MeasureAsync(Database.Postgres(cluster.ConnectionString, []), "PostgreSQL")];
    }

    private static async Task<Figure> MeasureAsync(Database database, string settings)
    {
        var office = await BenchOffice.OpenAsync(database);
        await office.PublishAsync(Source);
        var taken = new List<double>();
        for (var number = 0; number < Messages; number++)
        {
            var key = number.ToString(CultureInfo.InvariantCulture);
            var file = await office.StartAsync(Key, Value.Record.Empty.With("number", Value.Of(key)));
            taken.Add(await OneAsync(office, file.Id, key));
        }

        taken.Sort();
        var conditions = string.Create(
            CultureInfo.InvariantCulture,
            $"{settings}, in process, {Messages} messages one after another, until another context reads the open work; p95, the median {taken[Messages / 2]:0.0} ms; {Machine.Conditions}");

        return new Figure("event-to-work", Math.Round(taken[Messages * 95 / 100], 2), "ms", Limit: null, Ratio: null, conditions);
    }

    private static async Task<double> OneAsync(BenchOffice office, Guid caseId, string key)
    {
        var watch = Stopwatch.StartNew();
        await using (var db = office.Db())
        {
            await Deliver.HandleAsync("answered", key, Value.Record.Empty, $"message {key}", db, office.Matching, TimeProvider.System, CancellationToken.None);
        }

        await using var other = office.Db();

        return await other.Work.AnyAsync(work => work.CaseId == caseId && work.EndedAt == null)
            ? watch.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException("The message opened no work.");
    }
}
