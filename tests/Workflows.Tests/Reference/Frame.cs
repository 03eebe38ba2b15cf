using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>An instance of the process, of a subprocess, of a loop, or of one round of a loop.</summary>
/// <param name="Host">The node instance it belongs to; -1 for the process.</param>
/// <param name="Inner">What is drawn inside; null for a loop and its rounds.</param>
/// <param name="Items">The items of a loop; default for anything else.</param>
/// <param name="Index">Of one round of a loop; -1 for anything else.</param>
internal sealed record Frame(
    int No,
    int Parent,
    int Host,
    Scope? Inner,
    Value.Record Variables,
    ImmutableArray<Value> Items = default,
    ImmutableArray<Value> Outputs = default,
    int Begun = 0,
    int Done = 0,
    int Index = -1,
    bool IsTerminated = false);
