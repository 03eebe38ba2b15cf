using OfficeWorkflow.Server.Office.Compliance.Facts;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The minutes say what was talked about, who said what, what was concluded and what remains.</summary>
internal static class MinutesComplete
{
    public static Duty Duty { get; } = new(
        "C16",
        "会議録",
        Duty.Warns,
        "運営基準「記録の整備」(サービス担当者会議等の記録)",
        "会議録の空いている欄を書いてください。",
        Check)
    {
        RestsOn = [new Foundation("C12", "支給決定の後の有効な会議がないため、この会議録は計画の根拠になりません。")],
    };

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts.Meeting switch
    {
        { HeldOn: { } held, Minutes: null } => Verdict.Lacking(
            facts.PlanConsent is not null || facts.Today > held.AddDays(settings.MinutesWithinDays), "会議録がありません。"),
        { HeldOn: not null, Minutes.EmptyParts: { IsEmpty: false } empty } => Verdict.Violated($"会議録の{string.Join('・', empty)}が書かれていません。"),
        { HeldOn: not null } => Verdict.Met("会議録がそろっています。"),
        _ => Verdict.Lacking(facts.PlanConsent is not null, "会議録がありません。"),
    };
}
