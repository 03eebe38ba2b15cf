using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Ladders;

/// <summary>うながしの段取り: what happens, one rung after the other, while a step waits for its answer.</summary>
public sealed record Ladder(string StepId, string StepName, ImmutableArray<Rung> Rungs);
