using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>What is drawn inside one frame: the process itself or a subprocess.</summary>
public sealed class Scope
{
    internal static Scope Nowhere { get; } = new();

    /// <summary>The subprocess whose inside this is; null for the process.</summary>
    public SubProcess? Owner { get; internal set; }

    /// <summary>By id.</summary>
    public ImmutableArray<FlowNode> Nodes { get; internal set; } = [];

    /// <summary>By id.</summary>
    public ImmutableArray<SequenceFlow> Flows { get; internal set; } = [];

    /// <summary>The starts of the event subprocesses drawn in it, by id of the start.</summary>
    public ImmutableArray<StartEvent> Handlers { get; internal set; } = [];

    /// <summary>The start event without a trigger, where a token begins when nothing else is said.</summary>
    public StartEvent? BlankStart { get; internal set; }

    /// <summary>
    /// The nodes from the starts along the flows, where ways come together after all that leads there; what hangs on the edge of an activity comes
    /// after it, what lies in it too.
    /// </summary>
    public IEnumerable<FlowNode> InOrder()
    {
        var seen = new HashSet<FlowNode>();
        return
        [
            .. Nodes.OrderBy(static node => node is StartEvent ? 0 : 1).ThenBy(static node => node.Incoming.Length)
                .SelectMany(first => From(first, seen))
                .SelectMany(static node => node is SubProcess inner ? inner.Inner.InOrder().Prepend(node) : [node]),
        ];
    }

    /// <summary>A node is written down when all that follows it has been: read from the end, it stands before that.</summary>
    private static IEnumerable<FlowNode> From(FlowNode first, HashSet<FlowNode> seen)
    {
        var left = new Stack<FlowNode>();
        var open = new Stack<(FlowNode Node, bool IsLeft)>([(first, false)]);
        while (open.TryPop(out var next))
        {
            if (next.IsLeft)
            {
                left.Push(next.Node);
            }
            else if (seen.Add(next.Node))
            {
                open.Push((next.Node, true));
                foreach (var behind in Behind(next.Node))
                {
                    open.Push((behind, false));
                }
            }
        }

        return left;
    }

    /// <summary>What comes right after a node, in order.</summary>
    private static IEnumerable<FlowNode> Behind(FlowNode node) =>
        (node is Activity activity ? activity.Boundaries.Cast<FlowNode>() : []).Concat(node.Outgoing.Select(static flow => flow.Target));
}
