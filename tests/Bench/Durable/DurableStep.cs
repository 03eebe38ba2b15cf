using System.Diagnostics;
using System.Globalization;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>Finish a work item → the next one committed, against the database's own speed for the same rows.</summary>
internal static class DurableStep
{
    private const int Clients = 16;
    private const int Rounds = 2;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    private static string Conditions => string.Create(
        CultureInfo.InvariantCulture,
        $"in process, {Clients} clients, each step one request with a context of its own, against ADO.NET writing the same rows of the same tables in one transaction, best of {Rounds} rounds of {Length.TotalSeconds} s; {Machine.Conditions}");

    public static async Task<Figure> OnSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("office-bench-").FullName;
        var figure = await MeasureAsync("step-sqlite", BenchOffice.Sqlite(folder), "SQLite in WAL, synchronous=FULL");
        BenchOffice.LetGo(folder);

        return figure;
    }

    public static async Task<Figure> OnPostgresAsync()
    {
        using var cluster = PostgresCluster.Start();

        return await MeasureAsync("step-postgres", Database.Postgres(cluster.ConnectionString, []), "PostgreSQL with fsync");
    }

    private static async Task<Figure> MeasureAsync(string name, Database database, string settings)
    {
        var office = await BenchOffice.OpenAsync(database);
        await office.PublishAsync(WorkWithoutEnd.Source);
        var steps = new List<Func<Task>>();
        var writes = new List<Func<Task>>();

        for (var client = 0; client < Clients; client++)
        {
            steps.Add(new WorkWithoutEnd(office, await office.StartAsync(WorkWithoutEnd.Key)).StepAsync);
            writes.Add((await BareWriter.OpenAsync(office, await office.StartAsync(WorkWithoutEnd.Key))).StepAsync);
        }

        await PerSecondAsync(steps);
        await PerSecondAsync(writes);
        await office.SettleAsync();
        var (ours, limit) = (0.0, 0.0);

        for (var round = 0; round < Rounds; round++)
        {
            ours = Math.Max(ours, await PerSecondAsync(steps));
            limit = Math.Max(limit, await PerSecondAsync(writes));
        }

        return Figure.Against(name, ours, "steps/s", limit, $"{settings}; {Conditions}");
    }

    private static async Task<double> PerSecondAsync(IEnumerable<Func<Task>> clients)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(clients.Select(step => RepeatAsync(step, watch)));

        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<int> RepeatAsync(Func<Task> step, Stopwatch watch)
    {
        // Each client on a thread of its own from its first step on.
        await Task.Yield();
        var count = 0;

        while (watch.Elapsed < Length)
        {
            await step();
            count++;
        }

        return count;
    }
}
