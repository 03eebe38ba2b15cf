using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Model.Gateways;

/// <summary>All ways go on whose condition holds; those that may still come are waited for.</summary>
public sealed class InclusiveGateway : FlowNode
{
    private ImmutableArray<HashSet<FlowNode>> reaching = [];

    /// <summary>Whether a token on a node can still come along an incoming flow without passing through here.</summary>
    /// <param name="index">Of the flow in <see cref="FlowNode.Incoming"/>.</param>
    internal bool CanStillCome(FlowNode from, int index) => reaching[index].Contains(from);

    /// <summary>Reads off the drawing, once, from where each incoming flow can be reached.</summary>
    internal void Survey() => reaching = [.. Incoming.Select(flow => Before(flow.Source))];

    /// <summary>A node and all that lead to it; also what is on the edge of an activity, for its event may still happen.</summary>
    private HashSet<FlowNode> Before(FlowNode node)
    {
        var seen = new HashSet<FlowNode>();
        var open = new Stack<FlowNode>([node]);
        while (open.TryPop(out var next))
        {
            if (next == this || !seen.Add(next))
            {
                continue;
            }

            foreach (var flow in next.Incoming)
            {
                open.Push(flow.Source);
            }

            if (next is Events.BoundaryEvent boundary)
            {
                open.Push(boundary.AttachedTo);
            }
        }

        return seen;
    }
}
