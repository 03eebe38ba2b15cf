using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>What became of one need of the plan. The first three columns are the plan's and cannot be changed here.</summary>
public sealed class MonitoringRow : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ReportId { get; init; }

    /// <summary>優先順位.</summary>
    public required int Rank { get; init; }

    /// <summary>支援目標.</summary>
    public required string Goal { get; init; }

    /// <summary>達成時期.</summary>
    public DateOnly? AchieveBy { get; init; }

    /// <summary>サービス提供状況(事業者からの聞き取り).</summary>
    public required string Provided { get; init; }

    /// <summary>本人の感想・満足度.</summary>
    public required string Feeling { get; init; }

    /// <summary>支援目標の達成度(ニーズの充足度).</summary>
    public required string Achieved { get; init; }

    /// <summary>今後の課題・解決方法.</summary>
    public string? Ahead { get; init; }

    /// <summary>サービス種類の変更.</summary>
    public required bool KindChange { get; init; }

    /// <summary>サービス量の変更.</summary>
    public required bool AmountChange { get; init; }

    /// <summary>週間計画の変更.</summary>
    public required bool WeekChange { get; init; }

    /// <summary>その他留意事項.</summary>
    public string? Note { get; init; }
}
