using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>How far a loop has come.</summary>
/// <param name="Begun">Instances begun so far.</param>
/// <param name="Done">Instances ended so far.</param>
/// <param name="Items">The items not begun.</param>
/// <param name="Outputs">By index; null (nothing) where an instance has not ended.</param>
public sealed record LoopState(int Count, int Begun, int Done, ImmutableArray<Value> Items, ImmutableArray<Value> Outputs);
