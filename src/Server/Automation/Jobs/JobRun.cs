namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>One firing of a job; there is one row for each moment it was due, whichever node ran it.</summary>
public sealed class JobRun
{
    public required string Job { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>It began long after it was due, as after a stop of the server; what was missed in between is not run again.</summary>
    public required bool IsLate { get; init; }

    /// <summary>The person who started it by hand.</summary>
    public Guid? StartedBy { get; init; }

    /// <summary>What was done, in one sentence.</summary>
    public string? Told { get; set; }

    /// <summary>What went wrong, for the administrator of the machine.</summary>
    public string? Trouble { get; set; }

    /// <summary>Until then it belongs to the node that claimed it.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Counts the claims.</summary>
    public int Fence { get; set; }
}
