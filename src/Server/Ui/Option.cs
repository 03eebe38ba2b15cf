namespace OfficeWorkflow.Server.Ui;

/// <summary>One choice of a list: what is stored and what is read.</summary>
public sealed record Option(string Key, string Label);
