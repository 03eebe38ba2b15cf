namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>What a line of a sheet has to be told.</summary>
/// <param name="Row">As the spreadsheet numbers it, or null for the sheet as a whole.</param>
/// <param name="Column">Heading of the column that it is about, where it is about one.</param>
/// <param name="IsWrong">False where the line is only left out, because it is registered already.</param>
public sealed record RowFinding(string Sheet, int? Row, string? Column, string Reason, bool IsWrong);
