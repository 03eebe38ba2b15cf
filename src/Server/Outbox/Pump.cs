namespace OfficeWorkflow.Server.Outbox;

/// <summary>Does everything that is due.</summary>
public sealed class Pump(IEnumerable<PumpSource> sources) : IDisposable
{
    private const int Many = 1000;

    private readonly SemaphoreSlim turns = new(Many, Many);
    private readonly SemaphoreSlim alone = new(1, 1);

    public IReadOnlyList<PumpSource> Sources { get; } = [.. sources];

    /// <summary>One batch of one source.</summary>
    /// <returns>How many things were done; 0 when nothing is due.</returns>
    public async Task<int> PerformDueAsync(PumpSource source, CancellationToken stop)
    {
        await turns.WaitAsync(stop);
        try
        {
            return await source.PerformDueAsync(stop);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>All sources in their order, until nothing is due.</summary>
    /// <returns>How many things were done.</returns>
    public Task<int> DrainAsync(CancellationToken stop) => DrainAsync(PerformDueAsync, stop);

    /// <summary>Waits until nothing is under way, and keeps it so: only the act itself may drain.</summary>
    public async Task AloneAsync(Func<Func<CancellationToken, Task<int>>, Task> act, CancellationToken stop)
    {
        await alone.WaitAsync(stop);
        var taken = 0;
        try
        {
            for (; taken < Many; taken++)
            {
                await turns.WaitAsync(stop);
            }

            await act(inner => DrainAsync(static (source, token) => source.PerformDueAsync(token), inner));
        }
        finally
        {
            if (taken > 0)
            {
                turns.Release(taken);
            }

            alone.Release();
        }
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

    public void Dispose()
    {
        turns.Dispose();
        alone.Dispose();
    }

    private async Task<int> DrainAsync(Func<PumpSource, CancellationToken, Task<int>> perform, CancellationToken stop)
    {
        var all = 0;
        int round;
        do
        {
            round = 0;
            foreach (var source in Sources)
            {
                round += await perform(source, stop);
            }

            all += round;
        }
        while (round > 0);

        return all;
    }
}
