using System.Text;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Office.Arriving;
using OfficeWorkflow.Server.Office.Arriving.Books;
using OfficeWorkflow.Server.Office.Arriving.Sheets;

namespace OfficeWorkflow.Server.Tests.Office.Arriving;

public sealed class BookReaderTests
{
    [Fact]
    public void Furigana_beside_a_name_are_no_part_of_it()
    {
        var book = Workbook.Of(
            "利用者",
            """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>""",
            "<si><t>利用者山</t><rPh sb=\"0\" eb=\"4\"><t>リヨウシャヤマ</t></rPh></si><si><r><t>𠮷</t></r><r><t>と髙</t></r><rPh sb=\"0\" eb=\"1\"><t>ヨシ</t></rPh></si>");

        Assert.Equal(["利用者山", "𠮷と髙"], Assert.Single(Sheet(book).Rows).Cells);
    }

    [Fact]
    public void A_number_with_the_format_of_a_day_is_a_day_and_ten_digits_stay_ten_digits()
    {
        var book = Workbook.Of(
            "利用者",
            """<row r="3"><c r="A3" s="1"><v>33404</v></c><c r="B3" s="2"><v>33404</v></c><c r="C3"><v>1234567890</v></c><c r="D3"><v>1.23456789E9</v></c><c r="F3" s="3"><v>0.5</v></c></row>""",
            styles: """
                <numFmts count="2"><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="0.0&quot;day&quot;"/></numFmts>
                <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs>
                """);

        var row = Assert.Single(Sheet(book).Rows);

        Assert.Equal(3, row.Number);
        Assert.Equal(["1991/6/15", "1991/6/15", "1234567890", "1234567890", "", "0.5"], row.Cells);
    }

    [Theory]
    [InlineData(932)]
    [InlineData(65001)]
    public void A_CSV_file_is_read_in_either_encoding_that_offices_use(int codePage)
    {
        var encoding = codePage == 932 ? CodePagesEncodingProvider.Instance.GetEncoding(codePage)! : new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("氏名,住所\r\n利用者山,\"M市1丁目、\r\n2号室\"\r\n")];

        var rows = Sheet(bytes, "list.csv").Rows;

        Assert.Equal([["氏名", "住所"], ["利用者山", "M市1丁目、\r\n2号室"]], rows.Select(row => row.Cells));
    }

    [Fact]
    public void The_template_has_a_sheet_of_every_kind_and_brings_nothing()
    {
        var sheets = Done(BookReader.Read("ひな型.xlsx", Templates.Write()));

        Assert.Equal(SheetLayouts.All.Select(layout => layout.Kind), sheets.Select(sheet => Table.Of(sheet)!.Layout.Kind));
        Assert.All(sheets, sheet => Assert.Empty(Table.Of(sheet)!.Lines));
    }

    [Theory]
    [InlineData("file-empty", "")]
    [InlineData("file-broken", "PK\u0003\u0004 and then nothing that is a zip")]
    [InlineData("file-kind-unknown", "\u0001\u0000\u0002")]
    public void What_is_no_book_is_refused_with_a_way_out(string code, string content)
    {
        var answer = Assert.IsType<Outcome<IReadOnlyList<BookSheet>>.Refused>(BookReader.Read("x", Encoding.UTF8.GetBytes(content)));

        Assert.Equal(code, answer.Refusal.Code);
    }

    [Fact]
    public void Entities_of_a_document_type_are_not_followed()
    {
        var book = Workbook.Of("利用者", "", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><si><t>&e;</t></si>");

        var answer = Assert.IsType<Outcome<IReadOnlyList<BookSheet>>.Refused>(BookReader.Read("x.xlsx", book));

        Assert.Equal("file-broken", answer.Refusal.Code);
    }

    [Fact]
    public void A_book_of_more_lines_than_anybody_checks_by_eye_is_refused()
    {
        var lines = string.Join("\r\n", Enumerable.Range(0, BookReader.MostRows + 1).Select(number => $"利用者{number}"));

        var answer = Assert.IsType<Outcome<IReadOnlyList<BookSheet>>.Refused>(BookReader.Read("x.csv", Encoding.UTF8.GetBytes(lines)));

        Assert.Equal("file-too-long", answer.Refusal.Code);
    }

    [Fact]
    public void A_small_file_that_unpacks_to_a_large_one_is_refused_before_it_is_read()
    {
        var nothing = new string(' ', 25_000_000);

        var answer = Assert.IsType<Outcome<IReadOnlyList<BookSheet>>.Refused>(BookReader.Read("x.xlsx", Workbook.Of("利用者", nothing, nothing, nothing)));

        Assert.Equal("file-too-big", answer.Refusal.Code);
    }

    [Fact]
    public void A_workbook_of_more_sheets_than_templates_need_is_refused()
    {
        static byte[] Of(int sheets) => XlsxWriter.Write(Enumerable.Range(1, sheets).Select(number => new BookSheet($"表{number}", [new BookRow(1, ["x"])])));

        Assert.Equal(30, Done(BookReader.Read("x.xlsx", Of(30))).Count);
        Assert.Equal("sheets-too-many", Assert.IsType<Outcome<IReadOnlyList<BookSheet>>.Refused>(BookReader.Read("x.xlsx", Of(31))).Refusal.Code);
    }

    [Fact]
    public void A_sheet_is_read_no_further_than_its_lines_count()
    {
        var rows = string.Concat(Enumerable.Range(1, BookReader.MostRows + 1).Select(number => $"""<row r="{number}"><c t="inlineStr"><is><t>利用者{number}</t></is></c></row>"""));

        var answer = Assert.IsType<Outcome<IReadOnlyList<BookSheet>>.Refused>(BookReader.Read("x.xlsx", Workbook.Of("利用者", rows + new string(' ', 100_000) + "<row></broken>")));

        Assert.Equal("file-too-long", answer.Refusal.Code);
    }

    [Fact]
    public void Rows_without_cells_and_cells_beyond_the_last_column_do_not_disturb_the_next_row()
    {
        var book = Workbook.Of(
            "利用者",
            """<row r="1"/><row r="2"><c r="B2"><v>1</v></c><c r="ZZ2"><v>2</v></c><c r="ZZ3"><v>3</v></c></row><row><c><v>4</v></c><c><v>5</v></c></row>""");

        var rows = Sheet(book).Rows;

        Assert.Equal([(1, ""), (2, "|1"), (3, "4|5")], rows.Select(static row => (row.Number, string.Join('|', row.Cells))));
    }

    private static BookSheet Sheet(byte[] bytes, string name = "x.xlsx") => Assert.Single(Done(BookReader.Read(name, bytes)));

    private static IReadOnlyList<BookSheet> Done(Outcome<IReadOnlyList<BookSheet>> outcome) => Assert.IsType<Outcome<IReadOnlyList<BookSheet>>.Done>(outcome).Value;
}
