using System.Collections.Immutable;
using System.Globalization;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;

namespace OfficeWorkflow.Server.Office.OfficialForms.Sheets;

/// <summary>サービス等利用計画(案) and 障害児支援利用計画(案): 様式1-1 or 2-1, followed by the week, 1-2 or 2-2.</summary>
internal static class PlanSheet
{
    public static PaperSheet Of(PlanPaper paper) => new(
        paper.Title,
        Boxes.Running(paper.Title, paper.Head),
        Boxes.Foot(paper.IsDraft ? "様式1-1・1-2" : "様式2-1・2-2", paper.Head),
        [
            new Block.Title(paper.Title),
            new Block.Gap(2),
            HeadBoxes(paper),
            new Block.Gap(5),
            Boxes.Texts(
                ("利用者の生活に対する意向\n(希望する生活)", paper.UserWish, 24),
                ("家族の生活に対する意向\n(希望する生活)", paper.FamilyWish, 24),
                ("総合的な援助の方針", paper.Policy, 24),
                (Goal("長期目標", paper.LongGoalBy), paper.LongGoal, 20),
                (Goal("短期目標", paper.ShortGoalBy), paper.ShortGoal, 20)),
            new Block.Gap(5),
            Needs(paper),
            new Block.PageBreak(),
            .. WeeklyPlanSheet.Blocks(paper.Head, paper.Title, paper.Week),
            .. Copy(paper),
        ]);

    private static ImmutableArray<Block> Copy(PlanPaper paper) => paper.ShownHash is null
        ? []
        :
        [
            new Block.Gap(3),
            new Block.Text($"同意を受けた文書(SHA-256 {paper.ShownHash})と同じ内容に、同意の日と氏名を書き入れた交付用の写しです。", TextStyle.Small),
        ];

    private static Block HeadBoxes(PlanPaper paper)
    {
        var head = paper.Head;
        var numbers = head.IsForChild
            ? Boxes.Line(
                ("地域相談支援\n受給者証番号", head.RegionalNumber), ("通所受給者証番号", head.ChildNumber), ("保護者氏名\n(本人との続柄)", head.Guardian))
            : Boxes.Line(("地域相談支援\n受給者証番号", head.RegionalNumber))
                .AddRange(Cell.Label("通所受給者証番号"), Cell.Fact(head.ChildNumber) with { Columns = 3 });

        return new Block.Table(
            Boxes.HeadWidths,
            [],
            [
                Boxes.Line(
                    (head.IsForChild ? "児童氏名" : "利用者氏名", head.ClientName),
                    ("障害支援区分", head.SupportLevel),
                    ("相談支援事業者名", head.OfficeName)),
                Boxes.Line(
                    ("障害福祉サービス\n受給者証番号", head.AdultNumber), ("利用者負担上限額", head.CopayCap), ("計画作成担当者", head.AuthorName)),
                numbers,
                [
                    .. Boxes.Line((paper.IsDraft ? "計画案作成日" : "計画作成日", MadeOn(paper))),
                    .. Boxes.Line(("モニタリング期間\n(開始年月)", paper.Monitoring)),
                    Cell.Label("利用者同意署名欄"),
                    Boxes.Signature(paper.Signature),
                ],
            ]);
    }

    private static Block Needs(PlanPaper paper)
    {
        var hasProvider = !paper.IsDraft;

        return new Block.Table(
            hasProvider ? [4, 15, 16, 7.5, 19, 13, 13, 7.5, 11] : [4, 18, 19, 8, 23, 15, 8, 13],
            [Boxes.Head([
                "優先\n順位",
                "解決すべき課題\n(本人のニーズ)",
                "支援目標",
                "達成\n時期",
                "福祉サービス等\n種類・内容・量(頻度・時間)",
                .. hasProvider ? ["提供事業者名\n(担当者名・電話)"] : Array.Empty<string>(),
                "課題解決のための\n本人の役割",
                "評価\n時期",
                "その他留意事項",
            ])],
            [.. paper.Needs.Select(need => Row(need, hasProvider))]);
    }

    private static ImmutableArray<Cell> Row(NeedLine need, bool hasProvider) =>
    [
        new Cell(need.Priority.ToString(CultureInfo.InvariantCulture)) { Across = Side.Center, LeastHeight = 27 },
        new Cell(need.Need),
        new Cell(need.Goal),
        new Cell(Boxes.Month(need.By)),
        new Cell(need.Service),
        .. hasProvider ? [new Cell(need.Provider)] : ImmutableArray<Cell>.Empty,
        new Cell(need.ClientRole),
        new Cell(Boxes.Month(need.ReviewOn)),
        new Cell(need.Note),
    ];

    // 計画作成日は同意日: until then it is written by hand, with the signature.
    private static string MadeOn(PlanPaper paper) =>
        paper.MadeOn is null && !paper.IsDraft ? "         年      月      日\n(同意の日)" : Boxes.Day(paper.MadeOn);

    private static string Goal(string label, DateOnly? by) => by is null ? label : $"{label}\n({Boxes.Month(by)}まで)";
}
