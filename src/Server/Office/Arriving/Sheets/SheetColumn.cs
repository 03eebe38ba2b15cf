using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>A column of a template.</summary>
/// <param name="Options">What may stand there, where it is a choice; the first is meant by a blank cell unless the column is required.</param>
public sealed record SheetColumn(string Heading, bool IsRequired = false, string Help = "", IReadOnlyList<Option>? Options = null);
