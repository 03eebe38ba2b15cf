using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>A completed activity that can still be undone.</summary>
/// <param name="ScopeId">The frame from which it can be undone.</param>
/// <param name="NodeId">The activity.</param>
/// <param name="PartOf">The activity of that frame of which it was a part; itself where it lies directly in it.</param>
/// <param name="Variables">What was known when it was completed.</param>
/// <param name="TokenId">The token on the event that is undoing it.</param>
public sealed record KeptWork(string Id, string ScopeId, string NodeId, string PartOf, Value.Record Variables, string? TokenId = null);
