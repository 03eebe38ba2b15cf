using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>A frame with variables of its own: the case, a running subprocess, a loop, one instance of a loop.</summary>
/// <param name="NodeId">The subprocess or looped activity; null for the case.</param>
/// <param name="TokenId">The token that stands on that node; null for the case.</param>
/// <param name="ParentId">The frame around it; null for the case.</param>
/// <param name="Loop">Set for a loop.</param>
/// <param name="Index">Set for an instance of a loop: its number from 0.</param>
public sealed record ScopeState(
    string Id, string? NodeId, string? TokenId, string? ParentId, Value.Record Variables, LoopState? Loop = null, int? Index = null)
{
    /// <summary>Nodes of the frame that have been completed, each once: where a case can be sent back to.</summary>
    public ImmutableArray<string> Done { get; init; } = [];
}
