namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>A template: the sheet's name and its columns. Columns are found by heading, whatever their order.</summary>
/// <param name="Key">In addresses of CSV templates.</param>
public sealed record SheetLayout(SheetKind Kind, string Key, string Name, IReadOnlyList<SheetColumn> Columns)
{
    public bool Fits(IReadOnlyList<string> headings) =>
        Columns.Where(static column => column.IsRequired).All(column => headings.Contains(column.Heading, StringComparer.Ordinal));
}
