namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>One choice: its stored key and its Japanese label.</summary>
public sealed record FormOption(string Key, string Label);
