using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Office.Arriving.Sheets;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>ひな型: the sheets with their headings and a line that explains them, which reading skips.</summary>
public static class Templates
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write() => XlsxWriter.Write(SheetLayouts.All.Select(static layout => new BookSheet(
        layout.Name,
        [new BookRow(1, [.. layout.Columns.Select(static column => column.Heading)]), new BookRow(2, [.. layout.Columns.Select(Explain)])])));

    private static string Explain(SheetColumn column, int index)
    {
        string[] parts =
        [
            column.IsRequired ? "必須" : string.Empty,
            column.Options is { } options ? string.Join('／', options.Select(static option => option.Label)) : column.Help,
        ];
        return (index == 0 ? Table.HelpMark : string.Empty) + string.Join("。", parts.Where(static part => part.Length > 0));
    }
}
