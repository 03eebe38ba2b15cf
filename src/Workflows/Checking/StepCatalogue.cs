using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Checking;

/// <summary>What there is around a procedure that it may name: data of the server, handed to the check.</summary>
/// <param name="Steps">Step types that service and send tasks may have.</param>
/// <param name="Forms">Keys of forms.</param>
/// <param name="Procedures">Keys of procedures that may be called.</param>
/// <param name="Roles">Keys of roles.</param>
public sealed record StepCatalogue(
    ImmutableHashSet<string> Steps,
    ImmutableHashSet<string> Forms,
    ImmutableHashSet<string> Procedures,
    ImmutableHashSet<string> Roles)
{
    /// <summary>What gives variables; null where that is not known, and then no name is doubted.</summary>
    public VariableGivers? Givers { get; init; }

    /// <summary>Which procedures each published procedure calls.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<string>> Calls { get; init; } = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;
}
