using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>What a draft would have made of a past case.</summary>
/// <param name="Reached">Elements of the draft that it comes to and in production did not, in order.</param>
/// <param name="Missed">Elements of its own version that it does not come to any more, in order.</param>
/// <param name="StopsAt">The element at which it goes no further; null when it ends.</param>
/// <param name="Why">Why it goes no further there.</param>
public sealed record BacktestResult(
    BacktestWay Way, ImmutableArray<string> Reached, ImmutableArray<string> Missed, string? StopsAt, string? Why);
