using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Contracts;

/// <summary>情報提供: neutral information on local services, what they do and what they cost, so that the client can choose.</summary>
public sealed class InfoProvision : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public Guid? CaseId { get; init; }

    public required DateOnly ProvidedOn { get; init; }

    public required string Content { get; init; }

    /// <summary>What was said about charges.</summary>
    public string? Charges { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }
}
