using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;
using OfficeWorkflow.Server.Office.OfficialForms.Sheets;
using OfficeWorkflow.Server.Tests.Channels.Documents;

namespace OfficeWorkflow.Server.Tests.Office.OfficialForms;

public sealed class PlanSheetTests
{
    [Fact]
    public void The_draft_of_case_A_has_its_boxes_in_the_official_order_and_its_week_on_the_second_page()
    {
        var printed = SheetPrinter.Print(PlanSheet.Of(CaseAPapers.Draft));

        Assert.Equal(2, printed.Pages);
        AssertInOrder(
            PdfTools.Letters(printed.Bytes),
            "サービス等利用計画案", "利用者氏名", "利用者A", "障害支援区分", "区分5", "相談支援事業者名", "相談支援事業所S", "受給者証番号",
            "0000000001", "利用者負担上限額", "0円", "計画作成担当者", "専門員X", "通所受給者証番号", "計画案作成日", "令和8年2月9日", "モニタリング期間",
            "利用者同意署名欄", "希望する生活", "総合的な援助の方針", "長期目標", "短期目標", "解決すべき課題", "達成", "評価", "その他留意事項",
            "同意は3月12日に得た", "【週間計画表】", "計画開始年月", "日・祝", "週単位以外のサービス", "実現する生活の全体像");
        PdfTools.AssertSound(printed.Bytes);
    }

    [Fact]
    public void Everything_that_was_written_can_be_read_on_the_paper()
    {
        var draft = CaseAPapers.Draft;

        var letters = PdfTools.Letters(SheetPrinter.Print(PlanSheet.Of(draft)).Bytes);

        Assert.All(
            [draft.UserWish, draft.Policy, draft.LongGoal, draft.ShortGoal, draft.Week.WholePicture],
            text => Assert.Contains(text.Replace(" ", string.Empty, StringComparison.Ordinal), letters, StringComparison.Ordinal));
        Assert.Contains("8:45-9:30送迎", letters, StringComparison.Ordinal);
        Assert.DoesNotContain("提供事業者名", letters, StringComparison.Ordinal);
    }

    [Fact]
    public void The_final_plan_names_providers_and_shows_who_agreed_when()
    {
        var printed = SheetPrinter.Print(PlanSheet.Of(CaseAPapers.Final));

        var letters = PdfTools.Letters(printed.Bytes);
        AssertInOrder(letters, "サービス等利用計画", "計画作成日", "令和8年3月26日", "利用者A", "提供事業者名");
        Assert.Contains("短期入所事業所R", letters, StringComparison.Ordinal);
        Assert.DoesNotContain("計画案", letters, StringComparison.Ordinal);
    }

    [Fact]
    public void A_childs_plan_has_its_own_title_and_names_the_guardian()
    {
        var child = CaseAPapers.Draft with
        {
            Head = new PaperHead("利用者B", "相談支援事業所S", "専門員Y") { IsForChild = true, ChildNumber = "0000000002", Guardian = "保護者B(母)" },
        };

        var letters = PdfTools.Letters(SheetPrinter.Print(PlanSheet.Of(child)).Bytes);

        AssertInOrder(letters, "障害児支援利用計画案", "児童氏名", "利用者B", "通所受給者証番号", "0000000002", "本人との続柄", "保護者B(母)");
    }

    [Fact]
    public void H2_Names_with_rare_characters_and_long_texts_flow_over_further_pages_without_loss()
    {
        var sentences = string.Concat(Enumerable.Range(1, 200).Select(static number => $"第{number}の方針として髙齢の家族を支える。"));
        var paper = CaseAPapers.Draft with { Head = CaseAPapers.Head with { ClientName = "𠮷田 﨑・髙" }, Policy = sentences };

        var printed = SheetPrinter.Print(PlanSheet.Of(paper));

        var letters = PdfTools.Letters(printed.Bytes);
        Assert.True(printed.Pages > 3);
        Assert.Empty(printed.Missing);
        Assert.Contains("𠮷田﨑・髙", letters, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 200), number => Assert.Contains($"第{number}の方針", letters, StringComparison.Ordinal));
    }

    internal static void AssertInOrder(string letters, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = letters.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"「{part}」 does not follow in: {letters[at..]}");
            at = found + part.Length;
        }
    }
}
