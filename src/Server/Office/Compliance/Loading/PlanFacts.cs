using System.Collections.Immutable;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Office.Plans;

namespace OfficeWorkflow.Server.Office.Compliance.Loading;

/// <summary>A version of a plan as duties see it.</summary>
internal static class PlanFacts
{
    public static PlanFact? Of(ServicePlan? plan, Guid? shortStayId) => plan is null ? null : new PlanFact(plan.CreatedOn)
    {
        EmptyBoxes = Empty(
            ("利用者の意向", plan.UserWish),
            ("家族の意向", plan.FamilyWish),
            ("総合的な援助の方針", plan.Policy),
            ("長期目標", plan.LongGoal),
            ("短期目標", plan.ShortGoal),
            ("モニタリング期間の提案", plan.MonitoringProposal)),
        Needs = [.. plan.Needs.OrderBy(static row => row.Rank).Select(row => Need(row, shortStayId))],
        ShortStayReason = plan.ShortStayReason,
    };

    private static NeedFact Need(NeedRow row, Guid? shortStayId) => new(row.Rank)
    {
        EmptyBoxes = Empty(
            ("支援目標", row.Goal),
            ("達成時期", row.AchieveBy?.ToString("O", null)),
            ("サービスの種類・内容", $"{row.ServiceName}{row.Content}"),
            ("量", AmountUnits.NeedsNumber(row.Unit) && row.Amount is null or <= 0 ? null : "あり"),
            ("本人の役割", row.ClientRole),
            ("評価時期", row.ReviewOn?.ToString("O", null))),
        Provider = row.ProviderId is null ? null : row.ProviderName,
        ShortStayDays = row.ServiceKindId == shortStayId && row.Unit is AmountUnit.DaysPerMonth ? row.Amount ?? 0 : 0,
    };

    private static ImmutableArray<string> Empty(params ReadOnlySpan<(string Head, string? Text)> boxes)
    {
        var empty = ImmutableArray.CreateBuilder<string>();
        foreach (var (head, text) in boxes)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                empty.Add(head);
            }
        }

        return empty.ToImmutable();
    }
}
