using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Contracts;

/// <summary>契約内容報告: the municipality was told of the contract.</summary>
public sealed class ContractReport : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public Guid? CaseId { get; init; }

    public required DateOnly ReportedOn { get; init; }

    public required DeliveryMeans Means { get; init; }

    public string? Proof { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }
}
