namespace OfficeWorkflow.Workflows.Running;

/// <summary>A place in the procedure where the case is now.</summary>
/// <param name="FlowId">The flow it came by; a join counts these.</param>
/// <param name="Trouble">Why it does not go on by itself; null while all is well.</param>
/// <param name="Round">How often its activity has been done already, where it is repeated.</param>
public sealed record Token(string Id, string NodeId, string ScopeId, string? FlowId, Trouble? Trouble = null, int Round = 0);
