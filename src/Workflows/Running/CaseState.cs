namespace OfficeWorkflow.Workflows.Running;

/// <summary>All that a case remembers between two inputs.</summary>
public sealed record CaseState(long Sequence);
