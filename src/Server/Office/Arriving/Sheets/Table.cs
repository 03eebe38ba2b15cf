using OfficeWorkflow.Server.Channels.Books;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>A sheet whose first line has the headings of a template.</summary>
internal sealed record Table(SheetLayout Layout, IReadOnlyList<SheetLine> Lines)
{
    /// <summary>Marks the line of a template that explains its columns.</summary>
    public const string HelpMark = "※";

    /// <summary>Null when the headings fit no template. The sheet's name decides where they fit more than one.</summary>
    public static Table? Of(BookSheet sheet)
    {
        if (sheet.Rows.FirstOrDefault(static row => !row.IsBlank) is not { } first)
        {
            return null;
        }

        var headings = first.Cells.Select(static cell => cell.Trim().TrimEnd('*', '＊')).ToList();
        var fitting = SheetLayouts.All.Where(layout => layout.Fits(headings)).ToList();
        var layout = fitting.Find(layout => string.Equals(layout.Name, sheet.Name.Trim(), StringComparison.Ordinal)) ?? fitting.MaxBy(layout => Known(layout, headings));
        return layout is null ? null : new Table(layout, [.. LinesOf(sheet, first, headings, layout)]);
    }

    private static int Known(SheetLayout layout, List<string> headings) =>
        layout.Columns.Count(column => headings.Contains(column.Heading, StringComparer.Ordinal));

    private static IEnumerable<SheetLine> LinesOf(BookSheet sheet, BookRow first, List<string> headings, SheetLayout layout) =>
        from row in sheet.Rows
        where row.Number > first.Number && !row.IsBlank && !row.Cells[0].StartsWith(HelpMark, StringComparison.Ordinal)
        select new SheetLine(
            layout,
            layout.Name,
            row.Number,
            headings.Zip(row.Cells).Where(static pair => pair.First.Length > 0)
                .DistinctBy(static pair => pair.First, StringComparer.Ordinal)
                .ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal));
}
