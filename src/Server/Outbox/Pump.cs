namespace OfficeWorkflow.Server.Outbox;

/// <summary>Does everything that is due, in the order of its sources, until nothing is.</summary>
public sealed class Pump(IEnumerable<PumpSource> sources)
{
    public IReadOnlyList<PumpSource> Sources { get; } = [.. sources];

    /// <returns>How many things were done.</returns>
    public async Task<int> DrainAsync(CancellationToken stop)
    {
        var all = 0;
        int round;
        do
        {
            round = 0;
            foreach (var source in Sources)
            {
                round += await source.PerformDueAsync(stop);
            }

            all += round;
        }
        while (round > 0);

        return all;
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken stop)
    {
        DateTimeOffset? next = null;
        foreach (var source in Sources)
        {
            var due = await source.NextDueAsync(stop);
            next = next is null || due < next ? due ?? next : next;
        }

        return next;
    }
}
