namespace OfficeWorkflow.Server.Channels.Books;

/// <summary>One line of a sheet as text.</summary>
/// <param name="Number">As the program that made it numbers its lines, from 1.</param>
public sealed record BookRow(int Number, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}
