namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>One row of the needs table; months are the first day of the month.</summary>
internal sealed record NeedLine(int Priority, string Need, string Goal)
{
    public DateOnly? By { get; init; }

    /// <summary>福祉サービス等【種類・内容・量(頻度・時間)】.</summary>
    public string Service { get; init; } = string.Empty;

    /// <summary>提供事業者名(担当者名・電話): only in the final plan.</summary>
    public string Provider { get; init; } = string.Empty;

    public string ClientRole { get; init; } = string.Empty;

    public DateOnly? ReviewOn { get; init; }

    public string Note { get; init; } = string.Empty;
}
