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

    /// <summary>Ids of all who changed it, parted by commas: none of them may be the second person who approves it.</summary>
    public string Authors { get; set; } = "";

    /// <summary>One more with every save, beside <see cref="BasedOn"/>: who saves on top of an older one is told, and overwrites nothing.</summary>
    public int Revision { get; set; }

    /// <summary>Number of the version that the edit began from; 0 where there was none.</summary>
    public int BasedOn { get; set; }
}
