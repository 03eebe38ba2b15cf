using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The specialist explained the draft and the right person agreed in writing before it went to the municipality.</summary>
internal static class DraftConsentGiven
{
    public static Duty Duty { get; } = new(
        "C08",
        "計画案の説明と同意",
        Duty.Stops,
        "運営基準「サービス等利用計画案の説明及び文書による同意」",
        "相談支援専門員が計画案を説明し、本人(児童は保護者)から文書で同意を受けてください。後からさかのぼった日付は書けません。",
        Check);

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts.DraftConsent is { } consent
        ? Verdict.Of(Wrongs(facts, consent, settings), $"{JapaneseEra.Date(consent.ConsentedOn)}に同意を受けています。")
        : Verdict.Lacking(facts.DraftDeliveredOn is not null || facts.HasSubmissionOrLater, "計画案への文書による同意の記録がありません。");

    private static IEnumerable<string> Wrongs(ClientFacts facts, ConsentFact consent, DutySettings settings)
    {
        foreach (var wrong in ConsentRules.Wrongs(consent, facts.IsChild, settings))
        {
            yield return wrong;
        }

        if (facts.DraftSubmittedOn is { } submitted && consent.ConsentedOn > submitted)
        {
            yield return $"同意({JapaneseEra.Date(consent.ConsentedOn)})より前に計画案を提出({JapaneseEra.Date(submitted)})しています。";
        }
    }
}
