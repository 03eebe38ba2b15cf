using OfficeWorkflow.Bench;
using OfficeWorkflow.Bench.Durable;
using OfficeWorkflow.Bench.Engines;
using OfficeWorkflow.Bench.Pages;

// ./bench [name…]: one JSON line a figure, those with a ratio first. Without a name: all of them.
var measurements = new Dictionary<string, Func<Task<Figure[]>>>(StringComparer.Ordinal)
{
    ["engine-memory"] = static () => Task.FromResult(EngineInMemory.Measure()),
    ["engine-stored"] = static () => Task.FromResult(EngineStored.Measure()),
    ["steps"] = static () => Task.FromResult(Growth.Steps()),
    ["tokens"] = static () => Task.FromResult(Growth.Tokens()),
    ["step-sqlite"] = static async () => [await DurableStep.OnSqliteAsync()],
    ["growth"] = static async () => [await OfficeGrowth.MeasureAsync()],
    ["event-to-work"] = static () => EventToWork.MeasureAsync(),
    ["rows-per-work"] = static async () => [await RowsPerWork.MeasureAsync()],
    ["procedure-300"] = static async () => [await Procedure300.MeasureAsync()],
    ["canvas-300"] = static async () => [await Canvas300.MeasureAsync()],
    ["impact-1000"] = static async () => [await Impact1000.MeasureAsync()],
    ["inbox-100k"] = static () => Inbox100k.OnSqliteAsync(),
    ["inbox-100k-postgres"] = static () => Inbox100k.OnPostgresAsync(),
    ["timers-10k"] = static () => Timers10k.MeasureAsync(),
    ["start"] = static () => Published.MeasureAsync(),
    ["step-postgres"] = static async () => [await DurableStep.OnPostgresAsync()],
};

if (Array.Find(args, name => !measurements.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"bench: no figure '{unknown}'. Known: {string.Join(' ', measurements.Keys)}");
    return 1;
}

var figures = new List<Figure>();

foreach (var (_, measure) in measurements.Where(measurement => args.Length == 0 || args.Contains(measurement.Key)))
{
    figures.AddRange(await measure());
}

foreach (var figure in figures.OrderBy(static figure => figure.Ratio is null))
{
    Console.WriteLine(figure.ToJson());
}

return 0;
