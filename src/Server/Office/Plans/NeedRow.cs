using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>One line of the plan's table: a need, its goal, and the help for it.</summary>
public sealed class NeedRow : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid PlanId { get; init; }

    /// <summary>優先順位, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>解決すべき課題(本人のニーズ).</summary>
    public required string Need { get; init; }

    /// <summary>支援目標.</summary>
    public required string Goal { get; init; }

    /// <summary>達成時期.</summary>
    public DateOnly? AchieveBy { get; init; }

    public required Guid ServiceKindId { get; init; }

    /// <summary>種類, as named on the day of writing.</summary>
    public required string ServiceName { get; init; }

    /// <summary>内容: what is done, how often, how long.</summary>
    public required string Content { get; init; }

    /// <summary>量 a month; null for informal help and where the unit is a rule.</summary>
    public decimal? Amount { get; init; }

    public required AmountUnit Unit { get; init; }

    /// <summary>提供事業者; null for informal help and in drafts that leave it open.</summary>
    public Guid? ProviderId { get; init; }

    public string? ProviderName { get; init; }

    /// <summary>担当者名・電話 as printed.</summary>
    public string? ProviderContact { get; init; }

    /// <summary>課題解決のための本人の役割.</summary>
    public required string ClientRole { get; init; }

    /// <summary>評価時期.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>その他留意事項.</summary>
    public string? Note { get; init; }

    public string PrintedAmount => Unit is AmountUnit.None ? string.Empty : AmountUnits.Print(Amount, Unit);
}
