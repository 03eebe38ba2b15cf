using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>One row of a decision table.</summary>
/// <param name="Tests">One for each input.</param>
/// <param name="Outputs">One for each output.</param>
public sealed record DecisionRule(string Id, ImmutableArray<DecisionTest> Tests, ImmutableArray<Formula> Outputs);
