namespace OfficeWorkflow.Server.Outbox;

/// <summary>One kind of thing that is done after commits: it claims what is due and does it.</summary>
public abstract class PumpSource
{
    /// <summary>Its name in the log and in the health answer.</summary>
    public abstract string Name { get; }

    /// <summary>Claims and does one batch of what is due.</summary>
    /// <returns>How many it took; 0 when nothing is due.</returns>
    public abstract Task<int> PerformDueAsync(CancellationToken stop);

    /// <summary>When something will be due next; null when nothing waits.</summary>
    public abstract Task<DateTimeOffset?> NextDueAsync(CancellationToken stop);

    /// <summary>Ends the leases of an owner that no longer lives: a process that works alone calls it when it starts.</summary>
    public abstract Task ReleaseAsync(CancellationToken stop);
}
