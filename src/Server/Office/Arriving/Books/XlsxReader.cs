using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Books;

namespace OfficeWorkflow.Server.Office.Arriving.Books;

/// <summary>
/// Reads the sheets of an .xlsx as the text that a person sees. Furigana that Excel keeps beside a name are no part of it; a number with a
/// date's format becomes a day.
/// </summary>
internal static class XlsxReader
{
    public const int MostSheets = 30;

    private const long MostCharactersOfAPart = 30_000_000;

    public static Outcome<IReadOnlyList<BookSheet>> Read(byte[] bytes)
    {
        try
        {
            if (XlsxParts.AreTooLarge(bytes))
            {
                return new Refusal("file-too-big", "Excelのファイルの中身が大きすぎます。使っていないシートや図を消すか、CSVで保存し直してください。", "file");
            }

            using var stream = new MemoryStream(bytes, writable: false);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharactersOfAPart });
            return document.WorkbookPart is { } book ? SheetsOf(book) : Broken();
        }
        catch (Exception error) when (error is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or InvalidOperationException or FormatException or ArgumentException)
        {
            return Broken();
        }
    }

    private static Refusal Broken() =>
        new("file-broken", "Excelのファイルとして読めません。パスワードを外し、.xlsx で保存し直してください。", "file");

    private static Outcome<IReadOnlyList<BookSheet>> SheetsOf(WorkbookPart book)
    {
        var sheets = XlsxParts.ChildrenOf<DocumentFormat.OpenXml.Spreadsheet.Sheets, Sheet>(book).Take(MostSheets + 1).ToList();
        if (sheets.Count > MostSheets)
        {
            return new Refusal("sheets-too-many", $"シートが多すぎます。{MostSheets}枚までにして、保存し直してください。", "file");
        }

        var cells = XlsxCells.Of(book);
        return new Outcome<IReadOnlyList<BookSheet>>.Done(
        [
            .. from sheet in sheets.DistinctBy(static sheet => sheet.Id?.Value, StringComparer.Ordinal)
               where sheet.Id?.Value is not null && (sheet.State is null || sheet.State.Value == SheetStateValues.Visible)
               let part = book.GetPartById(sheet.Id!.Value!) as WorksheetPart
               where part is not null
               select new BookSheet(sheet.Name?.Value ?? string.Empty, [.. RowsOf(part, cells).Take(BookReader.MostRows + 1)]),
        ]);
    }

    private static IEnumerable<BookRow> RowsOf(WorksheetPart part, XlsxCells cells)
    {
        using var reader = OpenXmlReader.Create(part);
        for (var count = 1; reader.Read();)
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                yield return new BookRow(NumberOf(reader) ?? count, TextsOf(reader, cells));
                count++;
            }
        }
    }

    private static int? NumberOf(OpenXmlReader row) =>
        int.TryParse(row.Attributes.FirstOrDefault(static attribute => string.Equals(attribute.LocalName, "r", StringComparison.Ordinal)).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Blank cells are not written: each cell says its column itself.
    private static string[] TextsOf(OpenXmlReader row, XlsxCells cells)
    {
        var texts = new List<string>();
        foreach (var cell in XlsxParts.ChildrenOf<Cell>(row))
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : texts.Count;
            if (column >= BookReader.MostColumns)
            {
                break;
            }

            while (texts.Count < column)
            {
                texts.Add(string.Empty);
            }

            texts.Add(cells.TextOf(cell));
        }

        return [.. texts];
    }

    /// <summary>0 for A, 27 for AB.</summary>
    private static int ColumnOf(string reference) =>
        reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, static (column, letter) => (column * 26) + (char.ToUpper(letter, CultureInfo.InvariantCulture) - 'A' + 1)) - 1;
}
