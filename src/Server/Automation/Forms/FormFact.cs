namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>One line of what the person should know while filling the form.</summary>
/// <param name="Address">Where a click leads (a client's page, a PDF), or null.</param>
public sealed record FormFact(string Label, string Text, string? Address = null);
