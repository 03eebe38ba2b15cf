using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>A half-filled form of one work item, private to its author. It completes nothing.</summary>
public sealed class FormDraft : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    public required Guid WorkId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>What was typed, by field name, as JSON.</summary>
    public required string Typed { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>Grows with each save: a page that was opened before another save is told so.</summary>
    public int Revision { get; set; }
}
