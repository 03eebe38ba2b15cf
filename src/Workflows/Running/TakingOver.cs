using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;
using OfficeWorkflow.Workflows.Running.Activities;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>
/// Beginning in the middle (引き継ぎ): what was done elsewhere is recorded as done, and the token begins at the step that comes next. Only where that says all:
/// never inside a split, whose other ways nobody would go, and never beside the normal flow.
/// </summary>
public static class TakingOver
{
    /// <summary>The steps at which a case can begin, in the order of the way.</summary>
    public static ImmutableArray<Activity> Places(Process process) => [.. Way(process).Where(static place => !WouldStarve(place))];

    /// <summary>The steps that lie before a place, in the order of the way; which of them were done is for a person to say.</summary>
    public static ImmutableArray<Activity> Before(Process process, string placeId)
    {
        if (process.Find(placeId) is not Activity place)
        {
            return [];
        }

        var reached = Reached(process, except: place);

        return [.. Way(process).Where(step => step != place && reached.Contains(step) && SendBacks.After(step, withEdges: false).Contains(place))];
    }

    /// <summary>The names that formulas read from a place on.</summary>
    public static ImmutableSortedSet<string> Reads(Process process, string placeId)
    {
        if (process.Find(placeId) is not { } place)
        {
            return [];
        }

        var ahead = SendBacks.After(place, withEdges: true);
        ahead.Add(place);
        var elements = ahead
            .Concat(process.Nodes.Where(node => Around(node).Any(ahead.Contains)))
            .SelectMany(static node => node.Outgoing.Select(static flow => flow.Id).Prepend(node.Id))
            .ToHashSet(StringComparer.Ordinal);

        return [.. Checking.VariableReading.AllOf(process).Where(reading => elements.Contains(reading.Element)).SelectMany(static reading => reading.Names.Keys)];
    }

    internal static Decision.Refused? Tell(Step step, Input.TakenOver input)
    {
        if (step.State.Scopes.Count > 0)
        {
            return new Decision.Refused("case-started", "この案件はもう始まっています。");
        }

        if (Places(step.Process).FirstOrDefault(node => string.Equals(node.Id, input.NodeId, StringComparison.Ordinal)) is not { } place)
        {
            return new Decision.Refused("no-such-place", "この手続きは、その作業から始められません。並行する道の途中は選べません。始める作業を選び直してください。");
        }

        var before = Before(step.Process, place.Id).Select(static earlier => earlier.Id).ToHashSet(StringComparer.Ordinal);
        if (!input.Earlier.All(earlier => before.Contains(earlier.NodeId)))
        {
            return new Decision.Refused("not-before", "済んだとされた作業に、始める作業より前にないものがあります。選び直してください。");
        }

        var start = Beginnings(step.Process).First(start => SendBacks.After(start, withEdges: false).Contains(place));
        step.Record(new CaseEvent.Started(start.Id, input.Variables, IsCalled: false));
        foreach (var earlier in input.Earlier)
        {
            step.Record(new CaseEvent.StepTakenOver(earlier.NodeId, earlier.On, earlier.Source));
        }

        var id = step.NextId('t');
        step.Record(new CaseEvent.Entered(id, place.Id, CaseState.RootId, null));
        var token = step.State.Token(id)!;
        if (!EventSubProcessBehavior.Arm(step, token, start))
        {
            // Nobody would arm them later: only the start, which is passed over, does.
            return new Decision.Refused(step.LastTrouble!.Code, step.LastTrouble.Reason);
        }

        step.ArriveAgain(token);

        return null;
    }

    /// <summary>Whether a join ahead would wait for a way that begins before the place.</summary>
    private static bool WouldStarve(FlowNode place)
    {
        foreach (var join in SendBacks.After(place, withEdges: true).Where(static node => node is ParallelGateway { Incoming.Length: > 1 }))
        {
            var before = SendBacks.After(place, withEdges: true, except: join);
            if (join.Incoming.Any(flow => flow.Source != place && !before.Contains(flow.Source)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The activities of the normal flow, each before what follows from it; of a circle, in the order in which it is entered.</summary>
    private static IEnumerable<Activity> Way(Process process)
    {
        var finished = new List<FlowNode>();
        var seen = new HashSet<FlowNode>();
        var open = new Stack<(FlowNode Node, int Next)>();
        foreach (var start in Beginnings(process).Reverse().Where(seen.Add))
        {
            open.Push((start, 0));
            while (open.TryPop(out var at))
            {
                // The last flow is gone first, so that what the first one leads to comes out before it.
                var ways = at.Node.Outgoing;
                if (at.Next == ways.Length)
                {
                    finished.Add(at.Node);
                    continue;
                }

                open.Push((at.Node, at.Next + 1));
                var target = ways[ways.Length - 1 - at.Next].Target;
                if (seen.Add(target))
                {
                    open.Push((target, 0));
                }
            }
        }

        return finished.AsEnumerable().Reverse().OfType<Activity>();
    }

    private static HashSet<FlowNode> Reached(Process process, FlowNode except)
    {
        var reached = new HashSet<FlowNode>();
        foreach (var start in Beginnings(process))
        {
            reached.UnionWith(SendBacks.After(start, withEdges: false, except));
        }

        return reached;
    }

    /// <summary>The start events of the process, the blank one first.</summary>
    private static IEnumerable<StartEvent> Beginnings(Process process) =>
        process.Root.Nodes.OfType<StartEvent>().OrderBy(start => start != process.Root.BlankStart).ThenBy(static start => start.Id, StringComparer.Ordinal);

    /// <summary>The subprocesses that a node lies in.</summary>
    private static IEnumerable<FlowNode> Around(FlowNode node)
    {
        for (var owner = node.Scope.Owner; owner is not null; owner = owner.Scope.Owner)
        {
            yield return owner;
        }
    }
}
