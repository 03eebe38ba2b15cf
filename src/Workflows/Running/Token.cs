namespace OfficeWorkflow.Workflows.Running;

/// <summary>A place in the procedure where the case is now.</summary>
/// <param name="FlowId">The flow it came by; a join counts these.</param>
/// <param name="Trouble">Why it does not go on by itself; null while all is well.</param>
public sealed record Token(string Id, string NodeId, string ScopeId, string? FlowId, Trouble? Trouble = null);
