using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>What stands on 様式1-1 (draft) or 2-1 (final), with its week on 1-2 or 2-2.</summary>
internal sealed record PlanPaper(PaperHead Head)
{
    public bool IsDraft { get; init; }

    public int Version { get; init; }

    /// <summary>計画(案)作成日; blank until the consent fixes it.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>モニタリング期間(開始年月) as printed.</summary>
    public string Monitoring { get; init; } = string.Empty;

    public SignatureBox Signature { get; init; } = SignatureBox.Blank;

    public string UserWish { get; init; } = string.Empty;

    public string FamilyWish { get; init; } = string.Empty;

    public string Policy { get; init; } = string.Empty;

    public string LongGoal { get; init; } = string.Empty;

    public DateOnly? LongGoalBy { get; init; }

    public string ShortGoal { get; init; } = string.Empty;

    public DateOnly? ShortGoalBy { get; init; }

    public ImmutableArray<NeedLine> Needs { get; init; } = [];

    public WeekPaper Week { get; init; } = new();

    /// <summary>SHA-256 of the paper that was consented to, when this is its copy with the consent written in.</summary>
    public string? ShownHash { get; init; }

    public string Title => (Head.IsForChild ? "障害児支援利用計画" : "サービス等利用計画") + (IsDraft ? "案" : string.Empty);
}
