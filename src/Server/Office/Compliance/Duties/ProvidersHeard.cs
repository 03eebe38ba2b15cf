using OfficeWorkflow.Server.Office.Compliance.Facts;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>Every provider of the plan was at the meeting, or was asked and answered.</summary>
internal static class ProvidersHeard
{
    public static Duty Duty { get; } = new(
        "C13",
        "担当者全員の意見",
        Duty.Stops,
        "運営基準「サービス担当者会議の開催等」(専門的な見地からの意見)",
        "出席しなかった担当者に意見を照会し、回答の日・方法・内容を記録してください。",
        Check)
    {
        RestsOn = [new Foundation("C12", "支給決定の後の有効な会議がないため、会議での意見の聴取になりません。")],
    };

    private static Verdict Check(ClientFacts facts, DutySettings settings)
    {
        if (facts.Meeting is not { HeldOn: not null } meeting)
        {
            return Verdict.Lacking(facts.PlanConsent is not null, "会議で担当者の意見を聴いた記録がありません。");
        }

        var providers = (facts.Plan ?? facts.Draft)?.Providers ?? [];
        var silent = providers.Where(provider => !meeting.Invitees.Any(invitee => IsOf(invitee, provider) && invitee.WasHeard)).ToList();

        return silent.Count == 0
            ? Verdict.Met("担当者全員が出席したか、照会に回答しています。")
            : Verdict.Missing($"{string.Join('、', silent)}は会議に出席しておらず、意見照会の回答もありません。");
    }

    private static bool IsOf(InviteeFact invitee, string provider) => string.Equals(invitee.Provider, provider, StringComparison.Ordinal);
}
