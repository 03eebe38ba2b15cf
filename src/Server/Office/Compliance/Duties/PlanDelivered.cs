using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The plan reached the user and each provider, and a copy the municipality.</summary>
internal static class PlanDelivered
{
    public static Duty Duty { get; } = new(
        "C18",
        "計画の交付",
        Duty.Stops,
        "運営基準「サービス等利用計画の交付」(本人と担当者全員)、「契約内容の報告等」(市町村への写し)",
        "渡していない相手に計画を渡し、日付と方法を記録してください。",
        Check)
    {
        RestsOn = [new Foundation("C17", "同意または作成日に問題のある計画が交付されています。直した計画を交付し直してください。")],
    };

    private static Verdict Check(ClientFacts facts, DutySettings settings)
    {
        var missing = Missing(facts).ToList();
        if (missing.Count > 0)
        {
            var isDue = facts.PlanConsent is { } consent && facts.Today > consent.ConsentedOn.AddDays(settings.DeliverWithinDays);

            return Verdict.Lacking(isDue, $"{string.Join('、', missing)}に計画を交付した記録がありません。");
        }

        return Verdict.Of(TooEarly(facts), "本人・担当者全員・市町村に交付しています。");
    }

    private static IEnumerable<string> Missing(ClientFacts facts)
    {
        if (!facts.PlanDeliveries.Any(static delivery => delivery.Kind is AddresseeKind.User))
        {
            yield return facts.IsChild ? "保護者" : "本人";
        }

        foreach (var provider in facts.Plan?.Providers ?? [])
        {
            if (!facts.PlanDeliveries.Any(delivery => string.Equals(delivery.Provider, provider, StringComparison.Ordinal)))
            {
                yield return provider;
            }
        }

        if (!facts.PlanDeliveries.Any(static delivery => delivery.Kind is AddresseeKind.City))
        {
            yield return "市町村";
        }
    }

    private static IEnumerable<string> TooEarly(ClientFacts facts) =>
        from delivery in facts.PlanDeliveries
        where facts.PlanConsent is { } consent && delivery.DeliveredOn < consent.ConsentedOn
        select $"同意より前({JapaneseEra.Date(delivery.DeliveredOn)})に交付した記録があります。";
}
