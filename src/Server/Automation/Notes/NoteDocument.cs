using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Notes;

/// <summary>A paper added with a note. Two papers of one name are both kept.</summary>
public sealed class NoteDocument : IOfficeRow
{
    public required Guid NoteId { get; init; }

    public required Guid DocumentId { get; init; }

    public required Guid OfficeId { get; init; }

    public required int Position { get; init; }
}
