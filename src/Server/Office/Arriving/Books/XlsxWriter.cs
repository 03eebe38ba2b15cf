using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OfficeWorkflow.Server.Office.Arriving.Books;

/// <summary>Writes sheets of text as an .xlsx. Cells are strings, so no text can become a formula.</summary>
internal static class XlsxWriter
{
    public static byte[] Write(IEnumerable<BookSheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            var list = book.Workbook.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            foreach (var (index, sheet) in sheets.Index())
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(ColumnsOf(sheet), new SheetData(sheet.Rows.Select(RowOf)));
                list.AppendChild(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)(index + 1), Name = sheet.Name });
            }
        }

        return stream.ToArray();
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
        var inline = new InlineString();
        inline.AppendChild(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return new Cell { DataType = CellValues.InlineString, InlineString = inline };
    }
}
