using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Office.OfficialForms.Sheets;
using OfficeWorkflow.Server.Tests.Channels.Documents;

namespace OfficeWorkflow.Server.Tests.Office.OfficialForms;

public sealed class OtherSheetTests
{
    [Fact]
    public void Minutes_show_who_was_there_who_was_asked_and_what_was_decided()
    {
        var printed = SheetPrinter.Print(MinutesSheet.Of(CaseAPapers.Minutes));

        PlanSheetTests.AssertInOrder(
            PdfTools.Letters(printed.Bytes),
            "サービス担当者会議録", "開催日", "令和8年3月24日", "13:30〜14:50", "生活介護事業所P相談室", "第1回", "出席者", "家族(姉)", "欠席者", "民生委員N", "電話",
            "令和8年3月16日", "令和8年3月19日", "夜間の火の元", "検討した項目", "入浴の進め方", "本人・家族の発言", "計画への反映事項", "残された課題", "次回開催時期");
        PdfTools.AssertSound(printed.Bytes);
    }

    [Fact]
    public void H8_Minutes_print_what_changed_since_the_plan_before()
    {
        var paper = CaseAPapers.Minutes with { Changes = [new("支援: 入浴", "目標: 週1回", "目標: 週3回"), new("援助の方針", Before: null, "家で暮らす。")] };

        var letters = PdfTools.Letters(SheetPrinter.Print(MinutesSheet.Of(paper)).Bytes);

        PlanSheetTests.AssertInOrder(letters, "前回計画との変更点", "支援:入浴", "目標:週1回", "目標:週3回", "援助の方針", "(なし)", "家で暮らす。", "本人・家族の発言");
        Assert.DoesNotContain("前回計画との変更点", PdfTools.Letters(SheetPrinter.Print(MinutesSheet.Of(CaseAPapers.Minutes)).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_who_was_absent_has_the_reason_on_the_minutes()
    {
        var paper = CaseAPapers.Minutes with { UserAbsentReason = "体調不良。前日に電話で意向を聞いた。" };

        var letters = PdfTools.Letters(SheetPrinter.Print(MinutesSheet.Of(paper)).Bytes);

        Assert.Contains("体調不良。前日に電話で意向を聞いた。", letters, StringComparison.Ordinal);
    }

    [Fact]
    public void The_monitoring_report_has_three_flags_for_each_goal()
    {
        var printed = SheetPrinter.Print(MonitoringReportSheet.Of(CaseAPapers.Monitoring));

        var letters = PdfTools.Letters(printed.Bytes);
        PlanSheetTests.AssertInOrder(letters, "モニタリング報告書", "モニタリング実施日", "令和8年6月15日", "全体の状況", "計画変更の必要性", "モニタリングの結果", "継続");
        Assert.Equal(1, letters.Count(static letter => letter == '有'));
        Assert.Equal(8, letters.Count(static letter => letter == '無'));
        PdfTools.AssertSound(printed.Bytes);
    }

    [Fact]
    public void G11_The_consents_receipt_binds_the_answer_to_the_documents_bytes_and_says_what_it_lacks()
    {
        var printed = SheetPrinter.Print(ConsentSheet.Of(CaseAPapers.Consent));

        PlanSheetTests.AssertInOrder(
            PdfTools.Letters(printed.Bytes),
            "説明・同意の記録", CaseAPapers.Consent.Sha256, "専門員X", "利用者A(本人)", "同意する", "令和8年2月12日(木)14:40", "面前で署名", "時刻認証局のタイムスタンプは付いていません");
        PdfTools.AssertSound(printed.Bytes);
    }
}
