using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The plan was explained and agreed to after the meeting, and its date is the day of consent.</summary>
internal static class PlanConsentGiven
{
    public static Duty Duty { get; } = new(
        "C17",
        "計画の説明・同意と作成日",
        Duty.Stops,
        "運営基準「サービス等利用計画の説明及び文書による同意」",
        "会議の後に相談支援専門員が計画を説明し、文書で同意を受けてください。計画作成日は同意の日です。違うときは理由を添えて新しい版を作ってください。",
        Check)
    {
        RestsOn = [new Foundation("C12", "支給決定の後の有効な会議がないため、会議の後の同意になりません。")],
    };

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts.PlanConsent is { } consent
        ? Verdict.Of(Wrongs(facts, consent, settings), $"{JapaneseEra.Date(consent.ConsentedOn)}に同意を受けています。")
        : Verdict.Lacking(!facts.PlanDeliveries.IsEmpty, "計画への文書による同意の記録がありません。");

    private static IEnumerable<string> Wrongs(ClientFacts facts, ConsentFact consent, DutySettings settings)
    {
        foreach (var wrong in ConsentRules.Wrongs(consent, facts.IsChild, settings))
        {
            yield return wrong;
        }

        if (facts.Meeting?.HeldOn is { } held && consent.ConsentedOn < held)
        {
            yield return $"同意({JapaneseEra.Date(consent.ConsentedOn)})が会議({JapaneseEra.Date(held)})より前です。";
        }

        // 計画作成日は同意日.
        if (facts.Plan is { } plan && plan.MadeOn != consent.ConsentedOn)
        {
            yield return $"計画作成日({JapaneseEra.Date(plan.MadeOn)})が同意の日({JapaneseEra.Date(consent.ConsentedOn)})と違います。";
        }
    }
}
