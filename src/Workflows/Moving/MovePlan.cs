using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Moving;

/// <summary>What moving would do to a case, or why it cannot be moved.</summary>
public sealed record MovePlan(ImmutableArray<MoveLine> Lines, ImmutableArray<MoveRefusal> Refusals)
{
    public bool IsPossible => Refusals.IsEmpty;
}
