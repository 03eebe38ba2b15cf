using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>市町村: decides services, receives drafts and plans.</summary>
public sealed class Municipality : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>市町村番号, six digits, where known.</summary>
    public string? Number { get; set; }

    public required string Name { get; set; }

    /// <summary>担当課.</summary>
    public string? Department { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public string? Mail { get; set; }

    /// <summary>From that day one 同意書 stands for the signature on each monitoring report; null where each report is signed.</summary>
    public DateOnly? ReportConsentSince { get; set; }
}
