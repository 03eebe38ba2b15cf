namespace OfficeWorkflow.Workflows.Timing;

/// <summary>What a timer comes to when it is armed.</summary>
public abstract record DueReading
{
    private DueReading()
    {
    }

    public sealed record Falls(Due Due) : DueReading;

    /// <summary>A cycle with a start of its own, all of whose times have passed.</summary>
    public sealed record Never : DueReading;

    /// <summary>The definition came to nothing that is a time.</summary>
    /// <param name="Reason">In Japanese, for the person who looks after the case.</param>
    public sealed record Failed(string Reason) : DueReading;
}
