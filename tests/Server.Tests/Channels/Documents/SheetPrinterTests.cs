using OfficeWorkflow.Server.Channels.Documents.Layout;

namespace OfficeWorkflow.Server.Tests.Channels.Documents;

public sealed class SheetPrinterTests
{
    [Fact]
    public void H3_The_text_comes_out_as_it_went_in_even_rare_characters_of_names()
    {
        const string Names = "髙橋 﨑山 𠮷田 神\uFA19 ヴェ ㈱ ① 葛\U000E0100飾";

        var printed = SheetPrinter.Print(Sheet(new Block.Text(Names, TextStyle.Body)));

        Assert.Contains(Names.Replace(" ", string.Empty, StringComparison.Ordinal), PdfTools.Letters(printed.Bytes), StringComparison.Ordinal);
        Assert.Empty(printed.Missing);
        PdfTools.AssertSound(printed.Bytes);
    }

    [Fact]
    public void H3_One_font_is_embedded_as_a_subset_that_can_be_read_back()
    {
        var printed = SheetPrinter.Print(Sheet(new Block.Text("相談支援", TextStyle.Body)));

        var line = Assert.Single(PdfTools.Fonts(printed.Bytes).Split('\n').Skip(2), static line => line.Length > 0);
        Assert.Matches(@"^[A-Z]{6}\+NotoSansJP-Regular +CID TrueType +Identity-H +yes yes yes ", line);
        Assert.True(printed.Bytes.Length < 10_000, $"{printed.Bytes.Length} bytes");
    }

    [Fact]
    public void H4_The_same_sheet_gives_the_same_bytes_and_another_sheet_others()
    {
        var once = SheetPrinter.Print(Sheet(new Block.Text("計画案", TextStyle.Body)));
        var again = SheetPrinter.Print(Sheet(new Block.Text("計画案", TextStyle.Body)));
        var other = SheetPrinter.Print(Sheet(new Block.Text("計画", TextStyle.Body)));

        Assert.Equal(once.Bytes, again.Bytes);
        Assert.Equal(once.Sha256, again.Sha256);
        Assert.NotEqual(once.Sha256, other.Sha256);
    }

    [Fact]
    public void A_character_that_the_font_lacks_is_told_and_set_as_a_geta_mark()
    {
        var printed = SheetPrinter.Print(Sheet(new Block.Text("印刷できる字と🜀と𒀀", TextStyle.Body)));

        Assert.Equal(["🜀", "𒀀"], printed.Missing.Select(static missing => missing.Text));
        Assert.Contains("U+1F700", printed.Missing[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_tells_its_title_and_language_and_lies_on_A4()
    {
        var printed = SheetPrinter.Print(Sheet(new Block.Text("本文", TextStyle.Body)) with { Title = "サービス等利用計画案" });

        var told = PdfTools.Information(printed.Bytes);
        Assert.Matches("Title: +サービス等利用計画案", told);
        Assert.Matches("Page size: +841.89 x 595.28 pts \\(A4\\)", told);
        Assert.Contains("/Lang (ja-JP)", System.Text.Encoding.Latin1.GetString(printed.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_repeats_its_head_on_every_page_and_loses_no_row()
    {
        var rows = Enumerable.Range(1, 120).Select(static number => Row($"{number}", $"行{number}の終わり"));

        var printed = SheetPrinter.Print(Sheet(new Block.Table([1, 5], [Row("番号", "内容の見出し")], [.. rows])));

        var pages = PdfTools.Text(printed.Bytes).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(printed.Pages, pages.Length);
        Assert.InRange(printed.Pages, 3, 6);
        Assert.All(pages, static page => Assert.Contains("内容の見出し", page, StringComparison.Ordinal));
        var letters = PdfTools.Letters(printed.Bytes);
        Assert.All(Enumerable.Range(1, 120), number => Assert.Contains($"行{number}の終わり", letters, StringComparison.Ordinal));
        Assert.EndsWith($"{printed.Pages}/{printed.Pages}", letters, StringComparison.Ordinal);
    }

    [Fact]
    public void H2_A_row_longer_than_a_page_goes_on_over_the_next_pages()
    {
        var story = string.Join('\n', Enumerable.Range(1, 150).Select(static number => $"第{number}段落。"));

        var printed = SheetPrinter.Print(Sheet(new Block.Table([1, 5], [Row("見出し", "内容")], [Row("方針", story)])));

        var letters = PdfTools.Letters(printed.Bytes);
        Assert.InRange(printed.Pages, 4, 6);
        Assert.All(Enumerable.Range(1, 150), number => Assert.Contains($"第{number}段落。", letters, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_bodies_of_one_hour_stand_beside_each_other_and_a_text_too_long_gets_a_note()
    {
        const string Long = "とても長い名前の活動とその目的と担当者と持ち物と注意することをすべて書いた文";
        var printed = SheetPrinter.Print(Sheet(new Block.Timetable(
            ["月", "火"],
            ["6:00", "12:00", "18:00", "0:00"],
            [new TimeBox(0, 0, 30, Long, IsShaded: true), new TimeBox(1, 60, 300, "左", IsShaded: false), new TimeBox(1, 60, 300, "右", IsShaded: false)],
            "主な日常生活上の活動",
            "散歩",
            300)));

        var letters = PdfTools.Letters(printed.Bytes);
        Assert.Contains("※1" + Long, letters, StringComparison.Ordinal);
        Assert.Contains("左", letters, StringComparison.Ordinal);
        Assert.Contains("右", letters, StringComparison.Ordinal);
        PdfTools.AssertSound(printed.Bytes);
    }

    private static System.Collections.Immutable.ImmutableArray<Cell> Row(string first, string second) => [new Cell(first), new Cell(second)];

    private static PaperSheet Sheet(params Block[] blocks) => new("試験", "続き", "様式", [.. blocks]);
}
