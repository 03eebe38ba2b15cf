using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Moving;

/// <summary>What a person decides about moving cases from one version to another. What has the same id in both needs no mapping.</summary>
/// <param name="Nodes">Old element → new element.</param>
/// <param name="Flows">Old flow → new flow, for the ways by which tokens wait at joins.</param>
/// <param name="Timers">By the timer's element in the old version; each timer that waits needs a choice.</param>
public sealed record MoveChoices(
    ImmutableDictionary<string, string> Nodes, ImmutableDictionary<string, string> Flows, ImmutableDictionary<string, TimerChoice> Timers)
{
    public static MoveChoices None { get; } = new(
        ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, TimerChoice>.Empty);
}
