namespace OfficeWorkflow.Workflows.Moving;

/// <summary>One thing that moving does to a case.</summary>
/// <param name="From">Element of the old version; null for what is new.</param>
/// <param name="To">Element of the new version; null for what is gone.</param>
public sealed record MoveLine(MoveKind Kind, string? From, string? To);
