using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The decision is recorded, and where it differs from the draft somebody has looked at it.</summary>
internal static class AmountsCompared
{
    public static Duty Duty { get; } = new(
        "C11",
        "支給決定と計画案の比較",
        Duty.Warns,
        "運営基準「支給決定を踏まえた計画案の変更」",
        "支給決定通知の内容を記録し、計画案と違う量があるときは、どう扱うかを決定の記録に書いてください。",
        Check);

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts.Decision switch
    {
        null => Verdict.Lacking(facts.HasMeetingOrLater, "支給決定の記録がありません。"),
        { Differences: { IsEmpty: false } differences } decision when string.IsNullOrWhiteSpace(decision.Note) =>
            Verdict.Violated($"支給決定が計画案と違いますが、どう扱うかの記録がありません({string.Join('、', differences)})。"),
        { Differences: { IsEmpty: false } } decision =>
            Verdict.Met($"{JapaneseEra.Date(decision.DecidedOn)}の決定は計画案と違い、扱いが記録されています。"),
        { } decision => Verdict.Met($"{JapaneseEra.Date(decision.DecidedOn)}の決定は計画案のとおりです。"),
    };
}
