namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>What the calendar remembers of a job: when it is due next and whether it is paused.</summary>
public sealed class JobState
{
    public required string Job { get; init; }

    /// <summary>Moved on in the commit that claims the run: only one node can.</summary>
    public required DateTimeOffset NextDueAt { get; set; }

    public DateTimeOffset? PausedAt { get; set; }

    public Guid? PausedBy { get; set; }
}
