using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running.Inbox;

/// <summary>
/// What another case must be told. Written in the commit that causes it, with the recipient fixed there; told in a commit of its own,
/// each recipient's in order.
/// </summary>
public sealed class InboxEntry : IOfficeRow, IPumped
{
    /// <summary>Order of writing.</summary>
    public long Position { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>The recipient; for a start the id the new case will have.</summary>
    public required Guid CaseId { get; init; }

    public required InboxKind Kind { get; init; }

    /// <summary>The case that caused it; null for a start by a message from outside or a timer.</summary>
    public Guid? CausedBy { get; init; }

    /// <summary>The call that it is about, in whichever of the two cases is the caller; for a signal its id.</summary>
    public string? CallId { get; init; }

    /// <summary>Procedure to start.</summary>
    public string? ProcedureKey { get; init; }

    /// <summary>Start event to begin at; null for the blank one.</summary>
    public string? StartNodeId { get; init; }

    /// <summary>Number of the version to start; null for the one that new cases use.</summary>
    public int? Version { get; init; }

    /// <summary>Error or escalation code of a child, or the name of a signal.</summary>
    public string? Code { get; init; }

    /// <summary>Why it is cancelled or failed.</summary>
    public string? Reason { get; init; }

    /// <summary>Variables to start with or outputs of the child, as <c>CaseFormat</c> writes a value.</summary>
    public required string Values { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Counts the claims; a slow owner whose claim was taken over can no longer write.</summary>
    public int Fence { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public bool IsPending => DoneAt is null;
}
