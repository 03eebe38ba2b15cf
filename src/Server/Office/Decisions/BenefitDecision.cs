using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Decisions;

/// <summary>支給決定: the municipality's answer to a draft. What it allots stands on the certificate that came with it.</summary>
public sealed class BenefitDecision : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>The draft that it answers.</summary>
    public Guid? DraftId { get; init; }

    public required Guid CertificateId { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required DateOnly PeriodFrom { get; init; }

    public required DateOnly PeriodUntil { get; init; }

    /// <summary>What the office makes of differences to the draft.</summary>
    public string? Note { get; init; }

    public Guid? DocumentId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }
}
