using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>週間計画表: the grid and the three boxes of free text.</summary>
internal sealed record WeekPaper
{
    /// <summary>計画開始年月.</summary>
    public DateOnly? StartsOn { get; init; }

    public ImmutableArray<WeekBlock> Blocks { get; init; } = [];

    /// <summary>主な日常生活上の活動.</summary>
    public string MainActivities { get; init; } = string.Empty;

    /// <summary>週単位以外のサービス.</summary>
    public string OutsideWeek { get; init; } = string.Empty;

    /// <summary>サービス提供によって実現する生活の全体像.</summary>
    public string WholePicture { get; init; } = string.Empty;
}
