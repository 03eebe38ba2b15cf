using System.Globalization;
using System.Xml;
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
    private const long MostCharactersOfAPart = 30_000_000;

    public static Outcome<IReadOnlyList<BookSheet>> Read(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharactersOfAPart });
            return document.WorkbookPart is { } book
                ? new Outcome<IReadOnlyList<BookSheet>>.Done(SheetsOf(book))
                : Broken();
        }
        catch (Exception error) when (error is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or InvalidOperationException or FormatException or ArgumentException)
        {
            return Broken();
        }
    }

    private static Refusal Broken() =>
        new("file-broken", "Excelのファイルとして読めません。パスワードを外し、.xlsx で保存し直してください。", "file");

    private static List<BookSheet> SheetsOf(WorkbookPart book)
    {
        var cells = XlsxCells.Of(book);
        return
        [
            .. from sheet in book.Workbook.Descendants<Sheet>()
               where sheet.Id?.Value is not null && (sheet.State is null || sheet.State.Value == SheetStateValues.Visible)
               let part = book.GetPartById(sheet.Id!.Value!) as WorksheetPart
               where part is not null
               select new BookSheet(sheet.Name?.Value ?? string.Empty, RowsOf(part, cells)),
        ];
    }

    private static List<BookRow> RowsOf(WorksheetPart part, XlsxCells cells) =>
    [
        .. part.Worksheet.Descendants<Row>().Take(BookReader.MostRows + 1).Select((row, index) => new BookRow(
            (int)(row.RowIndex?.Value ?? (uint)(index + 1)),
            TextsOf(row, cells))),
    ];

    // Blank cells are not written: each cell says its column itself.
    private static string[] TextsOf(Row row, XlsxCells cells)
    {
        var texts = new List<string>();
        foreach (var cell in row.Elements<Cell>())
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
