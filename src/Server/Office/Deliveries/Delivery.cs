using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Deliveries;

/// <summary>交付: one draft or plan reached one addressee. A draft handed in to the municipality is a delivery to the city.</summary>
public sealed class Delivery : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public Guid? CaseId { get; init; }

    public required Guid PlanId { get; init; }

    public required AddresseeKind Kind { get; init; }

    /// <summary>The client, provider or municipality.</summary>
    public required Guid AddresseeId { get; init; }

    public required string AddresseeName { get; init; }

    public required DateOnly DeliveredOn { get; init; }

    public required DeliveryMeans Means { get; init; }

    /// <summary>What shows it: receipt, FAX report, name of the person who took it.</summary>
    public string? Proof { get; init; }

    public Guid? DocumentId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }
}
