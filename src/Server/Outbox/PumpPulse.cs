using System.Collections.Concurrent;

namespace OfficeWorkflow.Server.Outbox;

/// <summary>When each source of the pump last came round; what the health answer looks at.</summary>
public sealed class PumpPulse
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> lastRound = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, DateTimeOffset> LastRound => lastRound;

    public void Beat(string source, DateTimeOffset at) => lastRound[source] = at;
}
