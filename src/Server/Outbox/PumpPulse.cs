using System.Collections.Concurrent;

namespace OfficeWorkflow.Server.Outbox;

/// <summary>When each thing that runs by itself last came round; what the health answer looks at.</summary>
public sealed class PumpPulse(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> lastRound = new(StringComparer.Ordinal);
    private readonly DateTimeOffset born = clock.GetUtcNow();

    public void Beat(string source) => lastRound[source] = clock.GetUtcNow();

    /// <summary>One that has not come round yet is as old as the process.</summary>
    public bool IsFresh(string source, DateTimeOffset now, TimeSpan lately) =>
        now - lastRound.GetValueOrDefault(source, born) <= lately;
}
