using System.Collections.Immutable;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;

namespace OfficeWorkflow.Server.Office.OfficialForms.Sheets;

/// <summary>週間計画表: 様式1-2 or 2-2.</summary>
internal static class WeeklyPlanSheet
{
    private const double GridHeight = 356;

    public static ImmutableArray<Block> Blocks(PaperHead head, string title, WeekPaper week) =>
    [
        new Block.Title($"{title}【週間計画表】"),
        new Block.Gap(2),
        new Block.Table(
            Boxes.HeadWidths,
            [],
            [
                Boxes.Line((head.IsForChild ? "児童氏名" : "利用者氏名", head.ClientName), ("障害支援区分", head.SupportLevel), ("相談支援事業者名", head.OfficeName)),
                [
                    .. Boxes.Line(("計画開始年月", Boxes.Month(week.StartsOn))),
                    Cell.Label("計画作成担当者"),
                    Cell.Fact(head.AuthorName) with { Columns = 3 },
                ],
            ]),
        new Block.Gap(4),
        new Block.Timetable(
            ["月", "火", "水", "木", "金", "土", "日・祝"],
            WeekGrid.HourLabels,
            WeekGrid.Boxes(week.Blocks),
            "主な日常生活上の活動",
            week.MainActivities,
            GridHeight),
        new Block.Gap(4),
        Boxes.Texts(
            ("週単位以外のサービス", week.OutsideWeek, 32),
            ("サービス提供によって\n実現する生活の全体像", week.WholePicture, 40)),
    ];
}
