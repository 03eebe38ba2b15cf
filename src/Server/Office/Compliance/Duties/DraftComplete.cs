using System.Globalization;
using OfficeWorkflow.Server.Office.Compliance.Facts;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The draft has everything that the rule asks of it.</summary>
internal static class DraftComplete
{
    public static Duty Duty { get; } = new(
        "C06",
        "計画案の記載事項",
        Duty.Stops,
        "運営基準「サービス等利用計画案の作成」",
        "空いている欄を書いた新しい版の計画案を作り、説明と同意からやり直してください。",
        Check)
    {
        RestsOn = [new Foundation("C04", "案のもとになるアセスメントの要件がそろっていません。")],
    };

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts.Draft is { } draft
        ? Verdict.Of(Wrongs(draft), "必要な事項がすべて書かれています。")
        : Verdict.Lacking(facts.DraftConsent is not null || facts.HasSubmissionOrLater, "計画案がありません。");

    private static IEnumerable<string> Wrongs(PlanFact draft)
    {
        if (!draft.EmptyBoxes.IsEmpty)
        {
            yield return $"{string.Join('・', draft.EmptyBoxes)}が書かれていません。";
        }

        if (draft.Needs.IsEmpty)
        {
            yield return "解決すべき課題が一つも書かれていません。";
        }

        foreach (var need in draft.Needs.Where(static need => need.EmptyBoxes.Count > 0))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"優先順位{need.Rank}の{string.Join('・', need.EmptyBoxes)}が書かれていません。");
        }
    }
}
