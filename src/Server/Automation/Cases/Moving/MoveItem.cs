using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>One case of a batch. Each is moved in a commit of its own, so a batch that was stopped goes on where it stood.</summary>
public sealed class MoveItem : IOfficeRow, IPumped
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid BatchId { get; init; }

    /// <summary>Null for all that have begun on another version by then.</summary>
    public Guid? CaseId { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public MoveState State { get; set; }

    public string? Code { get; set; }

    /// <summary>Why it was not moved.</summary>
    public string? Reason { get; set; }

    /// <summary>Number of the version on which the case ran.</summary>
    public int FromNumber { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Counts the claims; a slow owner whose claim was taken over can no longer write.</summary>
    public int Fence { get; set; }

    public int Attempts { get; set; }

    public bool IsPending => State is MoveState.Waiting;
}
