using OfficeWorkflow.Bench;

// ./bench [name…]: one JSON line a figure, those with a ratio first. Without a name: all of them.
var measurements = new Dictionary<string, Func<IEnumerable<Figure>>>(StringComparer.Ordinal)
{
    ["engine-memory"] = EngineInMemory.Measure,
    ["engine-stored"] = EngineStored.Measure,
};

if (Array.Find(args, name => !measurements.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"bench: no figure '{unknown}'. Known: {string.Join(' ', measurements.Keys)}");
    return 1;
}

var figures = measurements.Where(measurement => args.Length == 0 || args.Contains(measurement.Key)).SelectMany(measurement => measurement.Value()).ToList();

foreach (var figure in figures.OrderBy(figure => figure.Ratio is null))
{
    Console.WriteLine(figure.ToJson());
}

return 0;
