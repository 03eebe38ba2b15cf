using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The user has the draft.</summary>
internal static class DraftDelivered
{
    public static Duty Duty { get; } = new(
        "C09",
        "計画案の交付",
        Duty.Stops,
        "運営基準「サービス等利用計画案の交付」",
        "計画案を本人(児童は保護者)に渡し、日付と方法を記録してください。",
        Check);

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts switch
    {
        { DraftDeliveredOn: { } delivered } => Verdict.Met($"{JapaneseEra.Date(delivered)}に交付しています。"),
        { DraftConsent: { } consent } => Verdict.Lacking(
            facts.HasSubmissionOrLater || facts.Today > consent.ConsentedOn.AddDays(settings.DeliverWithinDays), "計画案を交付した記録がありません。"),
        _ => Verdict.Lacking(facts.HasDecisionOrLater, "計画案を交付した記録がありません。"),
    };
}
