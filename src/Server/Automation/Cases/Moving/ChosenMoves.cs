using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using OfficeWorkflow.Workflows.Moving;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>What a person chose for a move: in the fields of a page (<c>timer:ID</c>, <c>node:ID</c>), and as text in a batch.</summary>
public static class ChosenMoves
{
    private const string Timer = "timer:";
    private const string Node = "node:";
    private const string Keep = "keep";
    private const string Again = "again";
    private const int Most = 200;

    private sealed record Stored(Dictionary<string, string> Nodes, Dictionary<string, TimerChoice> Timers);

    public static MoveChoices Read(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var choices = MoveChoices.None;
        foreach (var (name, value) in fields.Take(Most).Select(static field => (field.Key, field.Value.ToString())))
        {
            choices = (name, value) switch
            {
                _ when name.StartsWith(Timer, StringComparison.Ordinal) && value is Keep or Again =>
                    choices with { Timers = choices.Timers.SetItem(name[Timer.Length..], value is Keep ? TimerChoice.Keep : TimerChoice.StartAgain) },
                _ when name.StartsWith(Node, StringComparison.Ordinal) && value.Length > 0 => choices with { Nodes = choices.Nodes.SetItem(name[Node.Length..], value) },
                _ => choices,
            };
        }

        return choices;
    }

    public static MoveChoices Read(string text) => JsonSerializer.Deserialize<Stored>(text) is { } stored
        ? MoveChoices.None with
        {
            Nodes = stored.Nodes.ToImmutableDictionary(StringComparer.Ordinal),
            Timers = stored.Timers.ToImmutableDictionary(StringComparer.Ordinal),
        }
        : MoveChoices.None;

    /// <summary>The same as fields of a page.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(MoveChoices choices) =>
        choices.Timers.Select(static timer => (Timer + timer.Key, timer.Value is TimerChoice.Keep ? Keep : Again))
            .Concat(choices.Nodes.Select(static node => (Node + node.Key, node.Value)));

    public static string Write(MoveChoices choices) =>
        JsonSerializer.Serialize(new Stored(choices.Nodes.ToDictionary(StringComparer.Ordinal), choices.Timers.ToDictionary(StringComparer.Ordinal)));

    /// <summary>The way back of a move: what went from A to B goes from B to A.</summary>
    public static MoveChoices Back(MoveChoices choices) => MoveChoices.None with
    {
        Nodes = choices.Nodes.DistinctBy(static node => node.Value, StringComparer.Ordinal)
            .ToImmutableDictionary(static node => node.Value, static node => node.Key, StringComparer.Ordinal),
    };
}
