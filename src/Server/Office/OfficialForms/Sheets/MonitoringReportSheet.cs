using System.Collections.Immutable;
using System.Globalization;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;

namespace OfficeWorkflow.Server.Office.OfficialForms.Sheets;

/// <summary>モニタリング報告書: 様式3-1.</summary>
internal static class MonitoringReportSheet
{
    public static PaperSheet Of(MonitoringPaper paper)
    {
        var title = paper.Head.IsForChild
            ? "モニタリング報告書(継続障害児支援利用援助)"
            : "モニタリング報告書(継続サービス利用支援)";

        return new PaperSheet(
            title,
            Boxes.Running(title, paper.Head),
            Boxes.Foot("様式3-1", paper.Head),
            [
                new Block.Title(title),
                new Block.Gap(2),
                HeadBoxes(paper),
                new Block.Gap(5),
                Boxes.Texts(("総合的な援助の方針", paper.Policy, 24), ("全体の状況", paper.Overall, 34)),
                new Block.Gap(5),
                Goals(paper.Lines),
                new Block.Gap(5),
                Boxes.Texts(("モニタリングの結果", paper.Result, 16), ("次回の予定", Boxes.Day(paper.NextOn), 16)),
            ]);
    }

    private static Block HeadBoxes(MonitoringPaper paper)
    {
        var head = paper.Head;

        return new Block.Table(
            Boxes.HeadWidths,
            [],
            [
                Boxes.Line((head.IsForChild ? "児童氏名" : "利用者氏名", head.ClientName), ("障害支援区分", head.SupportLevel), ("相談支援事業者名", head.OfficeName)),
                Boxes.Line(
                    ("障害福祉サービス\n受給者証番号", head.AdultNumber), ("利用者負担上限額", head.CopayCap), ("計画作成担当者", head.AuthorName)),
                Boxes.Line(("地域相談支援\n受給者証番号", head.RegionalNumber), ("通所受給者証番号", head.ChildNumber), ("実施場所", paper.Place)),
                [
                    .. Boxes.Line(("計画作成日", Boxes.Day(paper.PlanMadeOn)), ("モニタリング実施日", Boxes.Day(paper.DoneOn))),
                    Cell.Label("利用者同意署名欄"),
                    paper.SignatureInstead.Length > 0 ? new Cell(paper.SignatureInstead) : Boxes.Signature(paper.Signature),
                ],
            ]);
    }

    private static Block Goals(ImmutableArray<MonitoringLine> lines)
    {
        ImmutableArray<Cell> top =
        [
            .. Boxes.Head(
                "優先\n順位", "支援目標", "達成\n時期", "サービス提供状況\n(事業者からの聞き取り)", "本人の感想・\n満足度", "支援目標の達成度\n(ニーズの充足度)", "今後の課題・\n解決方法")
                .Select(static cell => cell with { Rows = 2 }),
            Cell.Label("計画変更の必要性") with { Columns = 3 },
            Cell.Label("その他留意事項") with { Rows = 2 },
        ];

        return new Block.Table(
            [4, 15, 7, 15, 12, 12, 13, 5, 5, 5, 9],
            [top, Boxes.Head("サービス\n種類の\n変更", "サービス\n量の\n変更", "週間\n計画の\n変更")],
            [.. lines.Select(Row)]);
    }

    private static ImmutableArray<Cell> Row(MonitoringLine line) =>
    [
        new Cell(line.Priority.ToString(CultureInfo.InvariantCulture)) { Across = Side.Center, LeastHeight = 27 },
        new Cell(line.Goal),
        new Cell(Boxes.Month(line.By)),
        new Cell(line.Provision),
        new Cell(line.ClientWords),
        new Cell(line.Achievement),
        new Cell(line.Ahead),
        Flag(line.KindChanges),
        Flag(line.AmountChanges),
        Flag(line.WeekChanges),
        new Cell(line.Note),
    ];

    private static Cell Flag(bool changes) => new(changes ? "有" : "無") { Across = Side.Center, Down = Side.Center };
}
