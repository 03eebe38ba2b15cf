using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OfficeWorkflow.Server.Office.Arriving.Books;

/// <summary>What a workbook keeps apart from its cells, and a cell's text read with it.</summary>
internal sealed partial class XlsxCells
{
    private const int DaysFrom1900To1904 = 1462;

    private readonly IReadOnlyList<string> shared;
    private readonly IReadOnlyList<bool> isDay;
    private readonly bool from1904;

    private XlsxCells(IReadOnlyList<string> shared, IReadOnlyList<bool> isDay, bool from1904) =>
        (this.shared, this.isDay, this.from1904) = (shared, isDay, from1904);

    public static XlsxCells Of(WorkbookPart book) => new(
        [.. XlsxParts.ChildrenOf<SharedStringTable, SharedStringItem>(book.SharedStringTablePart).Select(TextOf)],
        DayStyles(book.WorkbookStylesPart),
        XlsxParts.ChildrenOf<Workbook, WorkbookProperties>(book).FirstOrDefault()?.Date1904?.Value ?? false);

    public string TextOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? string.Empty;
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : string.Empty;
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? TextOf(inline) : string.Empty;
        }

        return type is null || type == CellValues.Number ? NumberOf(cell, value) : value;
    }

    private string NumberOf(Cell cell, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return value;
        }

        var style = (int)(cell.StyleIndex?.Value ?? 0);
        return style < isDay.Count && isDay[style] && number is > 0 and < 2_958_466
            ? DateTime.FromOADate(number + (from1904 ? DaysFrom1900To1904 : 0)).ToString("yyyy/M/d", CultureInfo.InvariantCulture)
            : Plain(number, value);
    }

    // 1E+9 is how a file may keep a ten-digit number.
    private static string Plain(double number, string value) =>
        double.IsInteger(number) && Math.Abs(number) < 1e15 ? number.ToString("0", CultureInfo.InvariantCulture) : value;

    // Runs and plain text, without the phonetic runs (rPh) that hold furigana.
    private static string TextOf(RstType text) =>
        string.Concat(text.ChildElements.Select(static child => child switch
        {
            Text plain => plain.Text,
            Run run => run.Text?.Text ?? string.Empty,
            _ => string.Empty,
        }));

    private static List<bool> DayStyles(WorkbookStylesPart? styles)
    {
        var formats = XlsxParts.ChildrenOf<NumberingFormats, NumberingFormat>(styles)
            .Where(static format => format.NumberFormatId is not null)
            .ToDictionary(static format => format.NumberFormatId!.Value, static format => format.FormatCode?.Value ?? string.Empty);
        return [.. XlsxParts.ChildrenOf<CellFormats, CellFormat>(styles).Select(format => IsDay(format.NumberFormatId?.Value ?? 0, formats))];
    }

    // ECMA-376 18.8.30: 14 to 17 and 22 everywhere, 27 to 36 and 50 to 58 in Japanese workbooks.
    private static bool IsDay(uint id, Dictionary<uint, string> formats) =>
        formats.TryGetValue(id, out var code) ? DayLetters().IsMatch(Quoted().Replace(code, string.Empty)) : id is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58);

    [GeneratedRegex("[yYdDeEgG]", RegexOptions.NonBacktracking)]
    private static partial Regex DayLetters();

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|General", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
