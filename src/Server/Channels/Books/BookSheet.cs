namespace OfficeWorkflow.Server.Channels.Books;

/// <summary>A sheet of an .xlsx, or a whole CSV file.</summary>
public sealed record BookSheet(string Name, IReadOnlyList<BookRow> Rows);
