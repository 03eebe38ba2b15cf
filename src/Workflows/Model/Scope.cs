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

    /// <summary>The nodes from the starts along the flows; what hangs on the edge of an activity comes after it, what lies in it too.</summary>
    public IEnumerable<FlowNode> InOrder()
    {
        var (seen, found) = (new HashSet<FlowNode>(), new List<FlowNode>());
        foreach (var first in Nodes.OrderBy(static node => node is StartEvent ? 0 : 1).ThenBy(static node => node.Incoming.Length))
        {
            var open = new Stack<FlowNode>([first]);
            while (open.TryPop(out var node))
            {
                if (!seen.Add(node))
                {
                    continue;
                }

                found.Add(node);
                found.AddRange(node is SubProcess inner ? inner.Inner.InOrder() : []);
                var edges = node is Activity activity ? activity.Boundaries.Cast<FlowNode>() : [];
                foreach (var next in node.Outgoing.Reverse().Select(static flow => flow.Target).Concat(edges.Reverse()))
                {
                    open.Push(next);
                }
            }
        }

        return found;
    }
}
