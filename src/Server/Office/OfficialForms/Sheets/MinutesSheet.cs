using System.Collections.Immutable;
using System.Globalization;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;

namespace OfficeWorkflow.Server.Office.OfficialForms.Sheets;

/// <summary>サービス担当者会議録(会議の要点). There is no national form; the fields are those that auditors ask for.</summary>
internal static class MinutesSheet
{
    private const int PairsInLine = 3;

    public static PaperSheet Of(MinutesPaper paper)
    {
        const string Title = "サービス担当者会議録(会議の要点)";

        return new PaperSheet(
            Title,
            Boxes.Running(Title, paper.Head),
            Boxes.Foot("会議録", paper.Head),
            [
                new Block.Title(Title),
                new Block.Gap(2),
                HeadBoxes(paper),
                new Block.Gap(5),
                Present(paper.Present),
                .. Absent(paper.Absent),
                new Block.Gap(5),
                Items(paper.Items),
                new Block.Gap(5),
                .. Changes(paper.Changes),
                Boxes.Texts(Conclusions(paper)),
            ]);
    }

    private static ImmutableArray<(string Label, string Text, double Height)> Conclusions(MinutesPaper paper)
    {
        ImmutableArray<(string, string, double)> absence = paper.UserAbsentReason.Length > 0
            ? [("本人が出席しなかった理由と\n意向の確かめ方", paper.UserAbsentReason, 20)]
            : [];

        return
        [
            ("本人・家族の発言", paper.UserWords, 24),
            .. absence,
            ("計画への反映事項", paper.Reflected, 24),
            ("残された課題", paper.Remaining, 24),
            ("次回開催時期", paper.Next, 16),
        ];
    }

    private static Block HeadBoxes(MinutesPaper paper)
    {
        var time = paper is { From: { } from, To: { } to }
            ? string.Create(CultureInfo.InvariantCulture, $"{from:H:mm}〜{to:H:mm}")
            : string.Empty;
        var number = paper.Number is { } count ? string.Create(CultureInfo.InvariantCulture, $"第{count}回") : string.Empty;

        return new Block.Table(
            Boxes.HeadWidths,
            [],
            [
                Boxes.Line(("利用者氏名", paper.Head.ClientName), ("関連する計画", paper.About), ("相談支援事業者名", paper.Head.OfficeName)),
                Boxes.Line(("開催日", Boxes.Day(paper.HeldOn)), ("開催時間", time), ("開催場所", paper.Place)),
                Boxes.Line(("作成日", Boxes.Day(paper.WrittenOn)), ("開催回数", number), ("主催・記録者", paper.Head.AuthorName)),
            ]);
    }

    private static Block Present(ImmutableArray<MinutesMember> members) => new Block.Table(
        [6, 17, 14, 17, 14, 17, 15],
        [Boxes.Head("出席者", "所属・職種", "氏名", "所属・職種", "氏名", "所属・職種", "氏名")],
        [.. members.Chunk(PairsInLine).Select(static (line, at) => Members(line, at))]);

    private static ImmutableArray<Cell> Members(MinutesMember[] line, int at)
    {
        List<Cell> cells = [Cell.Label(string.Create(CultureInfo.InvariantCulture, $"{(PairsInLine * at) + 1}〜"))];
        for (var pair = 0; pair < PairsInLine; pair++)
        {
            cells.Add(Cell.Fact(pair < line.Length ? line[pair].Belongs : string.Empty));
            cells.Add(Cell.Fact(pair < line.Length ? line[pair].Name : string.Empty));
        }

        return [.. cells];
    }

    private static ImmutableArray<Block> Absent(ImmutableArray<MinutesInquiry> inquiries) => inquiries.IsEmpty
        ? []
        :
        [
            new Block.Gap(5),
            new Block.Table(
                [20, 14, 12, 11, 11, 32],
                [Boxes.Head("欠席者 所属・職種", "氏名", "意見照会の方法", "照会日", "回答日", "照会の結果(意見)")],
                [.. inquiries.Select(static one => (ImmutableArray<Cell>)
                [
                    new Cell(one.Belongs),
                    new Cell(one.Name),
                    new Cell(one.Means),
                    new Cell(Boxes.Day(one.AskedOn)),
                    new Cell(Boxes.Day(one.AnsweredOn)),
                    new Cell(one.Content),
                ])]),
        ];

    private static ImmutableArray<Block> Changes(ImmutableArray<PlanChanges.Change> changes) => changes.IsEmpty
        ? []
        :
        [
            new Block.Table(
                [20, 40, 40],
                [Boxes.Head("前回計画との変更点", "前回の計画", "今回の計画")],
                [.. changes.Select(static change => (ImmutableArray<Cell>)[new Cell(change.Heading), new Cell(change.Before ?? "(なし)"), new Cell(change.After ?? "(なし)")])]),
            new Block.Gap(5),
        ];

    private static Block Items(ImmutableArray<MinutesLine> items) => new Block.Table(
        [4, 22, 44, 30],
        [Boxes.Head("No", "検討した項目", "検討内容(各専門職の意見)", "結論")],
        [.. items.Select(static (item, at) => (ImmutableArray<Cell>)
        [
            new Cell((at + 1).ToString(CultureInfo.InvariantCulture)) { Across = Side.Center, LeastHeight = 27 },
            new Cell(item.Topic),
            new Cell(item.Opinions),
            new Cell(item.Conclusion),
        ])]);
}
