using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>What crosses the edge of an activity or event, inwards and outwards.</summary>
public sealed record Mapping(ImmutableArray<Assignment> Inputs, ImmutableArray<Assignment> Outputs)
{
    public static Mapping None { get; } = new([], []);
}
