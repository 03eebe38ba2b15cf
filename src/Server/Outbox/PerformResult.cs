namespace OfficeWorkflow.Server.Outbox;

/// <summary>What became of an outbox entry.</summary>
public abstract record PerformResult
{
    private PerformResult()
    {
    }

    /// <summary>Performed. The context is saved with the entry's mark.</summary>
    public sealed record Done : PerformResult;

    /// <summary>Not performed, and nothing left; tried again by the policy, then an incident.</summary>
    public sealed record Retry(string Reason) : PerformResult;

    /// <summary>Not yet its time: nothing was tried, and nothing is counted.</summary>
    public sealed record Postponed(DateTimeOffset Until) : PerformResult;

    /// <summary>A person has stopped everything of its kind; who lets it go on puts it back to waiting.</summary>
    public sealed record Held : PerformResult;

    /// <summary>Cannot be performed however often it is tried.</summary>
    /// <param name="Reason">A Japanese sentence.</param>
    public sealed record Failed(string Reason) : PerformResult;

    /// <summary>It may have left; a person must look.</summary>
    public sealed record MaybeDone(string Reason) : PerformResult;
}
