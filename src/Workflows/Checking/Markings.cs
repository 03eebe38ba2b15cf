using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Checking;

/// <summary>
/// Plays the tokens of one frame through every choice, whatever the data: which joins fire, which wait for ever, and whether the frame can come to its end.
/// Tokens move independently of one another, so one of them at a time is enough. Gives up, and says so, where there is too much to play.
/// </summary>
internal sealed class Markings
{
    private const int Most = 5_000;
    private const int MostTokens = 64;
    private const int MostWays = 6;
    private const int MostAlike = 8;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Stack<ImmutableArray<Spot>> open = new();

    /// <summary>Whether all was played.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Whether there is a way on which no token is left.</summary>
    public bool CanEnd { get; private set; }

    public HashSet<FlowNode> Reached { get; } = [];

    /// <summary>Joins that let somebody through.</summary>
    public HashSet<FlowNode> Fired { get; } = [];

    /// <summary>Joins at which there is a way to wait for ever.</summary>
    public HashSet<FlowNode> Starved { get; } = [];

    public static Markings Play(IEnumerable<Spot> tokens)
    {
        var markings = new Markings();
        markings.Add([.. tokens]);
        while (markings.IsComplete && markings.open.TryPop(out var marking))
        {
            markings.Next(marking);
        }

        return markings;
    }

    private void Next(ImmutableArray<Spot> marking)
    {
        if (marking.IsEmpty)
        {
            CanEnd = true;
            return;
        }

        foreach (var spot in marking)
        {
            if (spot.Node is ParallelGateway { Incoming.Length: > 1 } join && Joined(marking, join) is { } rest)
            {
                Leave(rest, join);
                return;
            }
        }

        var mover = marking.FirstOrDefault(static spot => !spot.IsJoining);
        if (mover != default)
        {
            Move(marking.Remove(mover), mover.Node);
            return;
        }

        if (!FireInclusive(marking))
        {
            Starved.UnionWith(marking.Select(static spot => spot.Node));
        }
    }

    private void Move(ImmutableArray<Spot> rest, FlowNode node)
    {
        if (node is EndEvent { Trigger: Trigger.Terminate or Trigger.Error })
        {
            Add([]);
            return;
        }

        Leave(rest, node);
        foreach (var boundary in (node as Activity)?.Boundaries ?? [])
        {
            if (boundary.Trigger is not Trigger.Compensation)
            {
                Add(rest.Add(new Spot(boundary, null)));
            }
        }
    }

    /// <summary>What is left when a parallel join takes a token of each flow; null when one is missing.</summary>
    private static ImmutableArray<Spot>? Joined(ImmutableArray<Spot> marking, ParallelGateway join)
    {
        foreach (var flow in join.Incoming)
        {
            var index = marking.IndexOf(new Spot(join, flow));
            if (index < 0)
            {
                return null;
            }

            marking = marking.RemoveAt(index);
        }

        return marking;
    }

    private bool FireInclusive(ImmutableArray<Spot> marking)
    {
        foreach (var join in marking.Select(static spot => spot.Node).OfType<InclusiveGateway>().Distinct())
        {
            var filled = join.Incoming.Where(flow => marking.Contains(new Spot(join, flow))).ToList();
            if (!marking.Any(other => other.Node != join && MustWaitFor(join, filled, other.Node)))
            {
                var rest = filled.Aggregate(marking, (left, flow) => left.Remove(new Spot(join, flow)));
                Leave(rest, join);
                return true;
            }
        }

        return false;
    }

    private static bool MustWaitFor(InclusiveGateway join, List<SequenceFlow> filled, FlowNode other)
    {
        var comes = join.Incoming.Where((_, index) => join.CanStillCome(other, index)).ToList();

        return comes.Count > 0 && !comes.Exists(filled.Contains);
    }

    private void Leave(ImmutableArray<Spot> rest, FlowNode node)
    {
        Fired.Add(node);
        if (node.Outgoing.IsEmpty)
        {
            Add(rest);
            return;
        }

        foreach (var ways in Choices(node))
        {
            Add(rest.AddRange(ways.Select(static flow => new Spot(flow.Target, flow))));
        }
    }

    private IEnumerable<IEnumerable<SequenceFlow>> Choices(FlowNode node)
    {
        if (node is ExclusiveGateway or EventBasedGateway)
        {
            return node.Outgoing.Select(static flow => Enumerable.Repeat(flow, 1));
        }

        var always = node.Outgoing.Where(flow => node is ParallelGateway || (flow.Condition is null && !flow.IsDefault && node is not InclusiveGateway)).ToList();
        var otherwise = node.Outgoing.Where(static flow => flow.IsDefault).Except(always).ToList();
        var sometimes = node.Outgoing.Except(always).Except(otherwise).ToList();
        IsComplete &= sometimes.Count <= MostWays;

        return Enumerable.Range(0, 1 << Math.Min(sometimes.Count, MostWays))
            .Select(choice => always.Concat(choice == 0 ? otherwise : sometimes.Where((_, index) => (choice & (1 << index)) != 0)))
            .Where(static ways => ways.Any());
    }

    private void Add(ImmutableArray<Spot> marking)
    {
        var sorted = marking.Sort(Spot.ById);
        IsComplete &= sorted.Length <= MostTokens && seen.Count < Most && !sorted.Where((spot, index) => index >= MostAlike && sorted[index - MostAlike] == spot).Any();
        if (IsComplete && seen.Add(string.Join(' ', sorted)))
        {
            Reached.UnionWith(sorted.Select(static spot => spot.Node));
            open.Push(sorted);
        }
    }

    /// <summary>Where a token is, and at a join by which flow it came.</summary>
    internal readonly record struct Spot
    {
        public Spot(FlowNode node, SequenceFlow? by)
        {
            Node = node;
            By = node is ParallelGateway or InclusiveGateway ? by : null;
        }

        public FlowNode Node { get; }

        public SequenceFlow? By { get; }

        public bool IsJoining => Node is ParallelGateway or InclusiveGateway && Node.Incoming.Length > 1;

        public static int ById(Spot left, Spot right)
        {
            var byNode = string.CompareOrdinal(left.Node.Id, right.Node.Id);

            return byNode != 0 ? byNode : string.CompareOrdinal(left.By?.Id, right.By?.Id);
        }

        public override string ToString() => $"{Node.Id}/{By?.Id}";
    }
}
