namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>One goal of the plan and how it went.</summary>
internal sealed record MonitoringLine(int Priority, string Goal)
{
    public DateOnly? By { get; init; }

    /// <summary>サービス提供状況(事業者からの聞き取り).</summary>
    public string Provision { get; init; } = string.Empty;

    /// <summary>本人の感想・満足度.</summary>
    public string ClientWords { get; init; } = string.Empty;

    /// <summary>支援目標の達成度(ニーズの充足度).</summary>
    public string Achievement { get; init; } = string.Empty;

    /// <summary>今後の課題・解決方法.</summary>
    public string Ahead { get; init; } = string.Empty;

    public bool KindChanges { get; init; }

    public bool AmountChanges { get; init; }

    public bool WeekChanges { get; init; }

    public string Note { get; init; } = string.Empty;
}
