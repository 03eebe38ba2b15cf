using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Contracts;

/// <summary>計画案提出依頼: the municipality's written request for a plan draft.</summary>
public sealed class PlanRequest : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public Guid? CaseId { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>文書番号, where the paper has one.</summary>
    public string? Number { get; init; }

    public DateOnly? DueOn { get; init; }

    public Guid? DocumentId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }
}
