using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>How tokens leave (13.3.1, 13.3.2).</summary>
internal static class Ways
{
    /// <summary>An instance is completed: a token on each outgoing flow that is to be taken; it ends where there is none.</summary>
    public static void Leave(Turn turn, Active active)
    {
        Frames.Forget(turn, active.No, "Cancelled");
        if (active.Node.Outgoing.IsEmpty)
        {
            turn.Say($"Ended {active.Node.Id}", active.No);
            turn.Marking.Actives.Remove(active);
        }
        else if (Conditional(turn, active.Frame, active.Node) is var (flows, trouble) && trouble is null)
        {
            turn.Marking.Actives.Remove(active);
            flows.ForEach(flow => turn.Produce(active.Frame, flow));
        }
        else
        {
            turn.Stick(active, trouble);
        }
    }

    /// <summary>
    /// 13.3.2: every flow without a condition and every one whose condition is true; the default flow when none of the
    /// conditions is true. Without any the process cannot go on.
    /// </summary>
    public static (List<SequenceFlow> Flows, string? Trouble) Conditional(Turn turn, int frame, FlowNode node)
    {
        var flows = node.Outgoing.Where(static flow => flow.Condition is null && !flow.IsDefault).ToList();
        var isAnyTrue = false;
        foreach (var flow in node.Outgoing.Where(static flow => flow.Condition is not null && !flow.IsDefault))
        {
            switch (turn.Evaluate(frame, flow.Condition!))
            {
                case Value.YesNo(true):
                    isAnyTrue = true;
                    flows.Add(flow);
                    break;
                case not Value.YesNo:
                    return ([], "condition-unclear");
            }
        }

        if (!isAnyTrue)
        {
            flows.AddRange(node.Outgoing.Where(static flow => flow.IsDefault));
        }

        return (flows, flows.Count == 0 ? "no-flow-taken" : null);
    }
}
