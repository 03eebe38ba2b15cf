using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Notes;

/// <summary>メモ: what somebody wants the next one to know of a case, with the papers that belong to it. Never changed: who was wrong writes another.</summary>
public sealed class CaseNote : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required Guid WrittenBy { get; init; }

    /// <summary>Empty where only papers were added.</summary>
    public required string Text { get; init; }

    public IList<NoteDocument> Documents { get; } = [];
}
