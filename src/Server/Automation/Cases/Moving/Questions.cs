using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Moving;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>Gathers what is to be chosen over all cases: each waiting timer and each step that is gone is asked about once.</summary>
internal sealed class Questions(Process to)
{
    private readonly SortedDictionary<string, PreviewMove.Question> timers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PreviewMove.Question> places = new(StringComparer.Ordinal);

    public IReadOnlyList<PreviewMove.Question> Timers => [.. timers.Values];

    public IReadOnlyList<PreviewMove.Question> Places => [.. places.Values];

    public void Add(Process from, Impact impact)
    {
        foreach (var timer in impact.Timers.Where(static timer => timer is { From: not null, To: not null }))
        {
            var isPlain = !timer.IsOpen && timer.KeptAt is not null && impact.Choices.Timers.GetValueOrDefault(timer.From!) is TimerChoice.Keep && !IsNewRule(from, timer);
            if (!isPlain)
            {
                Count(timers, timer.From!, from.Node(timer.From!).Label, [], ImpactLines.Example(timer));
            }
        }

        foreach (var (id, possible) in impact.Lost)
        {
            Count(places, id, from.Node(id).Label, [.. possible.Select(to.Node).Select(static node => (node.Id, node.Label))], null);
        }

        foreach (var (id, now) in impact.Choices.Nodes.Where(node => from.Find(node.Key) is not null && to.Find(node.Value) is not null))
        {
            Count(places, id, from.Node(id).Label, [(now, to.Node(now).Label)], null);
        }
    }

    private bool IsNewRule(Process from, TimerMove timer) => from.Find(timer.From!) is Workflows.Model.Events.EventNode { Trigger: Workflows.Model.Events.Trigger.Timer old }
        && to.Find(timer.To!) is Workflows.Model.Events.EventNode { Trigger: Workflows.Model.Events.Trigger.Timer now }
        && !string.Equals(old.Definition.Text, now.Definition.Text, StringComparison.Ordinal);

    private static void Count(
        SortedDictionary<string, PreviewMove.Question> questions, string id, string label, IReadOnlyList<(string Id, string Label)> possible, string? example)
    {
        questions[id] = questions.TryGetValue(id, out var known)
            ? known with { Cases = known.Cases + 1, Possible = [.. known.Possible.Concat(possible).DistinctBy(static one => one.Id, StringComparer.Ordinal)] }
            : new PreviewMove.Question(id, label, 1, possible, example);
    }
}
