using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>A table of rules (OMG DMN chapter 8): each has a test for every input and a value for every output.</summary>
/// <param name="Policy">As written: <c>U</c>, <c>F</c>, <c>A</c> or <c>C</c>; anything else is kept for the check to name.</param>
public sealed record DecisionTable(
    string Policy, ImmutableArray<Formula> Inputs, ImmutableArray<string> Outputs, ImmutableArray<DecisionRule> Rules)
{
    /// <summary>Just one rule may fit.</summary>
    public const string Unique = "U";

    /// <summary>The first that fits counts.</summary>
    public const string First = "F";

    /// <summary>Several may fit if they say the same.</summary>
    public const string Any = "A";

    /// <summary>All that fit are collected into lists.</summary>
    public const string Collect = "C";
}
