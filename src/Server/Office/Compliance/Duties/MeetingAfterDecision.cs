using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The specialist hosted the meeting after the decision.</summary>
internal static class MeetingAfterDecision
{
    public static Duty Duty { get; } = new(
        "C12",
        "支給決定後のサービス担当者会議",
        Duty.Stops,
        "運営基準「サービス担当者会議の開催等」",
        "支給決定の後に、相談支援専門員の主催でサービス担当者会議を開いてください。前に開いた会議は代わりになりません。",
        Check);

    private static Verdict Check(ClientFacts facts, DutySettings settings)
    {
        if (facts.Meeting is not { HeldOn: { } held } meeting)
        {
            return Verdict.Lacking(facts.PlanConsent is not null || !facts.PlanDeliveries.IsEmpty, "サービス担当者会議を開いた記録がありません。");
        }

        if (facts.Decision is not { } decision)
        {
            return Verdict.Violated("支給決定の記録がないため、会議が決定の後に開かれたか確かめられません。") with { FollowsFrom = "C11" };
        }

        return Verdict.Of(Wrongs(held, decision.DecidedOn, meeting.HostIsSpecialist), $"{JapaneseEra.Date(held)}に開いています。");
    }

    private static IEnumerable<string> Wrongs(DateOnly held, DateOnly decided, bool hostIsSpecialist)
    {
        if (held < decided)
        {
            yield return $"会議({JapaneseEra.Date(held)})が支給決定({JapaneseEra.Date(decided)})より前です。";
        }

        if (!hostIsSpecialist)
        {
            yield return "相談支援専門員が主催した会議ではありません。";
        }
    }
}
