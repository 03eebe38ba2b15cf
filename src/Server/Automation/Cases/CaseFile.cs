using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>The row that keeps a case (案件): one run of one procedure version.</summary>
public sealed class CaseFile : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string ProcedureKey { get; init; }

    public required string ProcedureName { get; init; }

    public required Guid VersionId { get; set; }

    /// <summary>Id of what the case is about; this wing does not know of what kind.</summary>
    public string? Subject { get; init; }

    /// <summary>How lists call the subject.</summary>
    public string? SubjectLabel { get; init; }

    /// <summary>How the subject's name is read, for search and order.</summary>
    public string? SubjectReading { get; init; }

    /// <summary>Label, reading and procedure, folded: what lists find it by.</summary>
    public string SearchText { get; init; } = "";

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The person who started it; null when a timer, a message or another case did.</summary>
    public Guid? StartedBy { get; init; }

    public CaseStatus Status { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Reason of a cancellation or failure.</summary>
    public string? EndReason { get; set; }

    /// <summary>The engine's state as <c>CaseFormat</c> writes it; empty before the first input.</summary>
    public string State { get; set; } = "";

    /// <summary>Counts the decisions; who writes with an old one has lost the race and tells again.</summary>
    public int Revision { get; set; }

    /// <summary>The case that called this one.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The call in the parent.</summary>
    public string? ParentCallId { get; init; }

    /// <summary>Top of the tree of calls; the case itself when nobody called it.</summary>
    public required Guid RootId { get; init; }

    /// <summary>
    /// Set in the commit that cancels a case above this one: from then on nothing is taken, though its own end comes a moment later.
    /// </summary>
    public DateTimeOffset? StoppedAt { get; set; }

    public bool TakesNothing => Status is not CaseStatus.Open || StoppedAt is not null;
}
