using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>One month in which the municipality wants the client visited.</summary>
public sealed class MonitoringMonth : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CertificateId { get; init; }

    public required Guid ClientId { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }
}
