using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>One thing told to a case of a trial run, and what the engine made of it.</summary>
/// <param name="Case">Number of the case.</param>
public sealed record TrialFact(
    DateTimeOffset At, int Case, Input Told, ImmutableArray<CaseEvent> Events, ImmutableArray<Effect> Effects);
