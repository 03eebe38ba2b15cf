using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Moving;

/// <summary>What a new version would mean for one running case, before anything is done.</summary>
/// <param name="Timers">Those that wait, come or go, with their dates.</param>
/// <param name="Choices">What was chosen, and what chooses itself: a timer whose rule is the same keeps its date.</param>
public sealed record Impact(ImpactKind Kind, MovePlan Plan, ImmutableArray<TimerMove> Timers, MoveChoices Choices)
{
    /// <summary>Elements whose place in the new version somebody must choose, with those that are possible.</summary>
    public ImmutableArray<(string NodeId, ImmutableArray<string> Possible)> Lost { get; init; } = [];
}
