using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>What may come after a step, as a person would say it: gateways are passed over, an inner end leads on outside.</summary>
public static class Upcoming
{
    /// <summary>The next activities, waits and ends, in the order of the flows.</summary>
    public static ImmutableArray<FlowNode> After(Process process, string nodeId)
    {
        var found = ImmutableArray.CreateBuilder<FlowNode>();
        if (process.Find(nodeId) is { } node)
        {
            Follow(node, found, []);
        }

        return found.ToImmutable();
    }

    private static void Follow(FlowNode node, ImmutableArray<FlowNode>.Builder found, HashSet<FlowNode> seen)
    {
        foreach (var flow in node.Outgoing)
        {
            if (!seen.Add(flow.Target))
            {
                continue;
            }

            switch (flow.Target)
            {
                case EndEvent { Trigger: Trigger.Blank, Scope.Owner: { } around }:
                    Follow(around, found, seen);
                    break;
                case Activity or CatchEvent or EndEvent:
                    found.Add(flow.Target);
                    break;
                default:
                    Follow(flow.Target, found, seen);
                    break;
            }
        }
    }
}
