namespace OfficeWorkflow.Workflows.Running;

/// <summary>An element or flow of the old version and what it is in the new one.</summary>
/// <param name="To">Null when it is gone.</param>
public sealed record Renamed(string From, string? To);
