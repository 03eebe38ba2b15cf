using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking;

/// <summary>Where tokens can go, read off the drawing.</summary>
internal static class Ways
{
    /// <summary>What comes right after a node: along its flows, and by the events on its edge.</summary>
    public static IEnumerable<FlowNode> After(FlowNode node) => node is Activity activity
        ? node.Outgoing.Select(static flow => flow.Target).Concat(activity.Boundaries)
        : node.Outgoing.Select(static flow => flow.Target);

    /// <summary>The nodes themselves and all that can be reached from them.</summary>
    public static HashSet<FlowNode> From(IEnumerable<FlowNode> starts) => Spread(starts, After);

    /// <summary>The nodes themselves and all from which they can be reached.</summary>
    public static HashSet<FlowNode> To(IEnumerable<FlowNode> goals) => Spread(
        goals,
        static node => node.Incoming.Select(static flow => flow.Source).Concat(node is BoundaryEvent boundary ? [boundary.AttachedTo] : []));

    /// <summary>Where tokens begin in a frame: its starts, what begins an ad-hoc subprocess, and what undoes completed work.</summary>
    public static IEnumerable<FlowNode> Beginnings(Scope scope) => scope.Nodes
        .Where(static node => node is StartEvent or Activity { IsForCompensation: true })
        .Concat(scope.Owner is { AdHoc: not null } adHoc ? adHoc.Firsts : []);

    /// <summary>The scope of the process and of every subprocess.</summary>
    public static IEnumerable<Scope> Scopes(Process process) =>
        process.Nodes.OfType<SubProcess>().Select(static node => node.Inner).Prepend(process.Root);

    private static HashSet<FlowNode> Spread(IEnumerable<FlowNode> starts, Func<FlowNode, IEnumerable<FlowNode>> next)
    {
        var seen = new HashSet<FlowNode>();
        var open = new Stack<FlowNode>(starts);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            foreach (var following in next(node))
            {
                open.Push(following);
            }
        }

        return seen;
    }
}
