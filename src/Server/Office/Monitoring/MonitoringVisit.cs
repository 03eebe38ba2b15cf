using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>A visit that was arranged for a designated month. Arranging it anew adds a row; the latest counts.</summary>
public sealed class MonitoringVisit : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>First day of the designated month.</summary>
    public required DateOnly Month { get; init; }

    public required DateOnly VisitOn { get; init; }

    /// <summary>What was agreed with the client: time, who will be there.</summary>
    public string? Note { get; init; }

    public required Guid PlannedBy { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }
}
