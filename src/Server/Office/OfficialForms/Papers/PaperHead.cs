namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>Who a sheet is about and who made it: the boxes on top of every official sheet.</summary>
internal sealed record PaperHead(string ClientName, string OfficeName, string AuthorName)
{
    public bool IsForChild { get; init; }

    /// <summary>障害支援区分 as printed.</summary>
    public string SupportLevel { get; init; } = string.Empty;

    /// <summary>障害福祉サービス受給者証番号.</summary>
    public string AdultNumber { get; init; } = string.Empty;

    /// <summary>地域相談支援受給者証番号.</summary>
    public string RegionalNumber { get; init; } = string.Empty;

    /// <summary>通所受給者証番号.</summary>
    public string ChildNumber { get; init; } = string.Empty;

    /// <summary>利用者負担上限額 as printed.</summary>
    public string CopayCap { get; init; } = string.Empty;

    /// <summary>Only for a child: 保護者氏名 and 続柄.</summary>
    public string Guardian { get; init; } = string.Empty;
}
