using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Checking;

/// <summary>
/// What gives a case variables from outside of its drawing: data of the server. A giver that is not listed may give anything, and then no name is doubted.
/// </summary>
/// <param name="Start">What a case of the procedure can begin with.</param>
/// <param name="Forms">By form: what finishing its work gives.</param>
/// <param name="Steps">By step type: what it gives back.</param>
/// <param name="Messages">By name of a message or signal: what it brings.</param>
public sealed record VariableGivers(
    ImmutableHashSet<string> Start,
    ImmutableDictionary<string, ImmutableHashSet<string>> Forms,
    ImmutableDictionary<string, ImmutableHashSet<string>> Steps,
    ImmutableDictionary<string, ImmutableHashSet<string>> Messages)
{
    /// <summary>By procedure: what its cases know when they end.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<string>> Called { get; init; } = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;
}
