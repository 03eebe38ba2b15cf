using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Memos;

/// <summary>電話メモ: something to do that belongs to no case, or to none yet. What stands in it never changes; who has it and what became of it does.</summary>
public sealed class Memo : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>用件.</summary>
    public required string Heading { get; init; }

    /// <summary>Who rang, in the words of who took the call.</summary>
    public required string Caller { get; init; }

    public required string Text { get; init; }

    public required Guid WrittenBy { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>Who sees to it; null while nobody does.</summary>
    public Guid? AssigneeId { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public Guid? DoneBy { get; set; }

    /// <summary>The case that it was found to belong to.</summary>
    public Guid? CaseId { get; set; }

    public bool IsOpen => DoneAt is null;

    /// <summary>Who wrote it, who has it, who stands in for them, and who leads; nobody else learns what was said.</summary>
    public bool IsReadBy(Viewer viewer, bool leads) =>
        leads || WrittenBy == viewer.PersonId || AssigneeId == viewer.PersonId || (AssigneeId is { } who && viewer.StandsFor.Contains(who));
}
