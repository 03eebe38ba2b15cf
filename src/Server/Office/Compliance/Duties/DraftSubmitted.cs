using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The municipality has the draft.</summary>
internal static class DraftSubmitted
{
    public static Duty Duty { get; } = new(
        "C10",
        "計画案の市町村への提出",
        Duty.Warns,
        "支給決定の手続「サービス等利用計画案の提出」",
        "計画案を市町村へ出し、日付と方法を記録してください。",
        Check)
    {
        RestsOn = [new Foundation("C08", "有効な同意のない計画案が市町村へ出されています。同意を受けた版を出し直してください。")],
    };

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts switch
    {
        { DraftSubmittedOn: { } submitted } => Verdict.Met($"{JapaneseEra.Date(submitted)}に提出しています。"),
        { DraftConsent: { } consent } => Verdict.Lacking(
            facts.HasDecisionOrLater || facts.Today > consent.ConsentedOn.AddDays(settings.SubmitWithinDays), "計画案を市町村へ提出した記録がありません。"),
        _ => Verdict.Lacking(facts.HasDecisionOrLater, "計画案を市町村へ提出した記録がありません。"),
    };
}
