using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The municipality asked for a plan draft in writing.</summary>
internal static class PlanRequested
{
    public static Duty Duty { get; } = new(
        "C03",
        "計画案の提出依頼",
        Duty.Warns,
        "支給決定の手続「サービス等利用計画案の提出依頼」",
        "市町村からの提出依頼書の受付日と番号を記録してください。届いていないときは市町村に確かめてください。",
        Check);

    private static Verdict Check(ClientFacts facts, DutySettings settings)
    {
        if (facts.Request is not { } request)
        {
            return Verdict.Lacking(facts.HasSubmissionOrLater, "市町村からの計画案提出依頼の記録がありません。");
        }

        if (facts.PlanConsent is { } consent && request.ReceivedOn > consent.ConsentedOn)
        {
            return Verdict.Violated($"提出依頼の受付({JapaneseEra.Date(request.ReceivedOn)})が計画の作成({JapaneseEra.Date(consent.ConsentedOn)})より後です。");
        }

        return settings.RequestNeedsNumber && string.IsNullOrWhiteSpace(request.Number)
            ? Verdict.Violated("提出依頼の文書番号が記録されていません。")
            : Verdict.Met($"{JapaneseEra.Date(request.ReceivedOn)}に提出依頼を受け付けています。");
    }
}
