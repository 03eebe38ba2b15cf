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
        return new Columns([new Column { Min = 1, Max = count, Width = 22, CustomWidth = true }]);
    }

    private static Row RowOf(BookRow row) => new(row.Cells.Select(static text => new Cell
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString([new Text(text) { Space = SpaceProcessingModeValues.Preserve }]),
    }))
    {
        RowIndex = (uint)row.Number,
    };
}
