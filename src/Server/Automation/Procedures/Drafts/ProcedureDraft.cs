using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>The unpublished edit of a procedure; kept even while it has errors.</summary>
public sealed class ProcedureDraft : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    public required string Key { get; init; }

    public required string Source { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public Guid? ChangedBy { get; set; }
}
