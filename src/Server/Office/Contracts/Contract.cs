using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Contracts;

/// <summary>利用契約 with its 重要事項説明.</summary>
public sealed class Contract : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>重要事項の説明を受けて同意した日.</summary>
    public required DateOnly ImportantMattersOn { get; init; }

    public required DateOnly ContractOn { get; init; }

    /// <summary>契約者 as signed.</summary>
    public string? SignerName { get; init; }

    public Guid? DocumentId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public DateOnly? EndedOn { get; set; }
}
