using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>
/// 受給者証 as the municipality printed it. A row is never changed: what is on a newer booklet, or was copied wrongly, is a new row
/// that replaces the old one.
/// </summary>
public sealed class Certificate : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public required CertificateKind Kind { get; init; }

    /// <summary>受給者証番号, ten digits.</summary>
    public required string Number { get; init; }

    public Guid? MunicipalityId { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public SupportLevel SupportLevel { get; init; }

    public DateOnly? SupportLevelUntil { get; init; }

    /// <summary>利用者負担上限月額 in yen, or null where the booklet says nothing.</summary>
    public decimal? CopayCap { get; init; }

    /// <summary>支給期間 of 計画相談支援給付費: first and last day.</summary>
    public DateOnly? ConsultationFrom { get; init; }

    public DateOnly? ConsultationUntil { get; init; }

    /// <summary>モニタリング期間 as printed.</summary>
    public string? MonitoringText { get; init; }

    public string? Note { get; init; }

    /// <summary>Scan of the booklet.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>The row that this one replaces.</summary>
    public Guid? ReplacesId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public Guid? RecordedBy { get; init; }

    public IList<AllottedAmount> Amounts { get; } = [];

    /// <summary>Designated months, first days of months, as the municipality fixed them.</summary>
    public IList<MonitoringMonth> MonitoringMonths { get; } = [];
}
