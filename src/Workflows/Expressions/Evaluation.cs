using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>What an expression came to.</summary>
/// <param name="Value">The result; <see cref="Value.None"/> when it failed.</param>
/// <param name="Trace">Why parts of it came to null, in Japanese, in the order in which they failed.</param>
public readonly record struct Evaluation(Value Value, ImmutableArray<string> Trace)
{
    /// <summary>The trace as one sentence for a person.</summary>
    public string Why => Trace.IsDefaultOrEmpty ? string.Empty : string.Join(' ', Trace);
}
