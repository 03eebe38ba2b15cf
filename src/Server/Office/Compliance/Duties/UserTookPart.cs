using OfficeWorkflow.Server.Office.Compliance.Facts;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The user was at the meeting, or the minutes say why not and how the opinion was heard.</summary>
internal static class UserTookPart
{
    public static Duty Duty { get; } = new(
        "C14",
        "本人の参加",
        static settings => settings.AbsentUserStops ? DutyLevel.Stop : DutyLevel.Warning,
        "運営基準「サービス担当者会議への本人の参加と意向の確認」(令和6年度から)",
        "本人が出席できなかった理由と、意向をどう確かめたかを会議録に書いてください。",
        Check)
    {
        RestsOn = [new Foundation("C12", "支給決定の後の有効な会議がないため、本人が参加した会議になりません。")],
    };

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts.Meeting switch
    {
        not { HeldOn: not null } => Verdict.Lacking(facts.PlanConsent is not null, "本人が会議に参加した記録がありません。"),
        { UserAttended: true } => Verdict.Met("本人が出席しています。"),
        { UserAbsentReason: { } reason } when !string.IsNullOrWhiteSpace(reason) => Verdict.Met($"本人は欠席ですが、理由と意向の確認があります({reason})。"),
        _ => Verdict.Violated("本人が出席しておらず、理由と意向の確かめ方の記録がありません。"),
    };
}
