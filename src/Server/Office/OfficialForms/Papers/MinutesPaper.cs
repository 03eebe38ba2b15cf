using System.Collections.Immutable;
using OfficeWorkflow.Server.Office.Consents;

namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>What stands in the サービス担当者会議録(会議の要点).</summary>
internal sealed record MinutesPaper(PaperHead Head)
{
    /// <summary>Which plan it was about, in words, such as 「計画案(令和8年2月9日作成)」.</summary>
    public string About { get; init; } = string.Empty;

    public DateOnly? WrittenOn { get; init; }

    public DateOnly? HeldOn { get; init; }

    public TimeOnly? From { get; init; }

    public TimeOnly? To { get; init; }

    public string Place { get; init; } = string.Empty;

    /// <summary>開催回数.</summary>
    public int? Number { get; init; }

    public ImmutableArray<MinutesMember> Present { get; init; } = [];

    public ImmutableArray<MinutesInquiry> Absent { get; init; } = [];

    public ImmutableArray<MinutesLine> Items { get; init; } = [];

    /// <summary>前回計画との変更点; empty for a first plan.</summary>
    public ImmutableArray<PlanChanges.Change> Changes { get; init; } = [];

    public string UserWords { get; init; } = string.Empty;

    public string UserAbsentReason { get; init; } = string.Empty;

    public string Reflected { get; init; } = string.Empty;

    public string Remaining { get; init; } = string.Empty;

    /// <summary>次回開催時期, in words.</summary>
    public string Next { get; init; } = string.Empty;
}
