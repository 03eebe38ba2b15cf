using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Channels.Books;

/// <summary>Writes sheets of text as an .xlsx. Cells are strings, so no text can become a formula. Rows are written one by one, however many.</summary>
internal static class XlsxWriter
{
    /// <summary>More than this a cell does not hold.</summary>
    private const int LongestCell = 32_767;

    public static byte[] Write(IEnumerable<BookSheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            var list = book.Workbook.AppendChild(new Sheets());
            foreach (var (index, sheet) in sheets.Index())
            {
                var part = book.AddNewPart<WorksheetPart>();
                Fill(part, sheet);
                list.AppendChild(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)(index + 1), Name = sheet.Name });
            }
        }

        return stream.ToArray();
    }

    private static void Fill(WorksheetPart part, BookSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(ColumnsOf(sheet));
        writer.WriteStartElement(new SheetData());
        foreach (var row in sheet.Rows)
        {
            writer.WriteElement(RowOf(row));
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Columns ColumnsOf(BookSheet sheet)
    {
        var count = (uint)Math.Max(1, sheet.Rows.Max(static row => row.Cells.Count));
        var columns = new Columns();
        columns.AppendChild(new Column { Min = 1, Max = count, Width = 22, CustomWidth = true });
        return columns;
    }

    private static Row RowOf(BookRow row) => new(row.Cells.Select(CellOf)) { RowIndex = (uint)row.Number };

    private static Cell CellOf(string text)
    {
        var plain = PlainText.Of(text);
        var inline = new InlineString();
        inline.AppendChild(new Text(plain.Length > LongestCell ? PlainText.Of(plain[..LongestCell]) : plain) { Space = SpaceProcessingModeValues.Preserve });
        return new Cell { DataType = CellValues.InlineString, InlineString = inline };
    }
}
