using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>13.4, gateway by gateway.</summary>
internal static class Gateways
{
    /// <summary>13.4.1, table 13.1: "activated if there is at least one token on each incoming Sequence Flow".</summary>
    public static bool IsParallelEnabled(Marking marking, int frame, ParallelGateway node) =>
        node.Incoming.All(flow => HasToken(marking, frame, flow));

    /// <summary>13.4.1: "consumes exactly one token from each incoming Sequence Flow and produces exactly one token at each outgoing Sequence Flow".</summary>
    public static void Fork(Turn turn, int frame, ParallelGateway node)
    {
        Take(turn, frame, node, node.Incoming);
        if (node.Outgoing.IsEmpty)
        {
            turn.Say($"Ended {node.Id}");
        }

        foreach (var flow in node.Outgoing)
        {
            turn.Produce(frame, flow);
        }
    }

    /// <summary>
    /// 13.4.3, table 13.3: at least one incoming flow has a token, and for every directed path of sequence flows that starts with a
    /// flow that has a token, ends with an incoming flow that has none and does not visit the gateway, there is also such a path
    /// from the same flow to an incoming flow that has a token.
    /// </summary>
    public static bool IsInclusiveEnabled(Marking marking, int frame, InclusiveGateway node)
    {
        var filled = node.Incoming.Where(flow => HasToken(marking, frame, flow)).ToHashSet();
        if (filled.Count == 0)
        {
            return false;
        }

        foreach (var from in Origins(marking, frame))
        {
            var ends = from.SelectMany(flow => Paths(flow, node)).Where(flow => flow.Target == node).ToHashSet();
            if (ends.Any(flow => !filled.Contains(flow)) && !ends.Overlaps(filled))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>13.4.3: consumes one token from each incoming flow that has one; then as any conditional fork.</summary>
    public static void ForkSome(Turn turn, int frame, InclusiveGateway node)
    {
        var last = Take(turn, frame, node, node.Incoming.Where(flow => HasToken(turn.Marking, frame, flow)));
        if (node.Outgoing.IsEmpty)
        {
            turn.Say($"Ended {node.Id}");
            return;
        }

        var (flows, trouble) = Ways.Conditional(turn, frame, node);
        if (trouble is not null)
        {
            var active = new Active(last.No, frame, node, Phase.Failed);
            turn.Marking.Actives.Add(active);
            turn.Marking.Names[last.No] = null;
            turn.Stick(active, trouble);
        }

        flows.ForEach(flow => turn.Produce(frame, flow));
    }

    /// <summary>13.4.2, table 13.2: each token by itself; "the first condition that evaluates to true determines the Sequence Flow"; else the default; else an exception.</summary>
    public static void Choose(Turn turn, Active active)
    {
        if (active.Node.Outgoing.Length < 2)
        {
            Ways.Leave(turn, active);
            return;
        }

        SequenceFlow? way = null;
        foreach (var flow in active.Node.Outgoing.Where(static flow => flow.Condition is not null && !flow.IsDefault))
        {
            var value = turn.Evaluate(active.Frame, flow.Condition!);
            if (value is not Value.YesNo(var answer))
            {
                turn.Stick(active, "condition-unclear");
                return;
            }

            way ??= answer ? flow : null;
            if (answer)
            {
                break;
            }
        }

        way ??= active.Node.Outgoing.FirstOrDefault(static flow => flow.IsDefault);
        if (way is null)
        {
            turn.Stick(active, "no-flow-taken");
            return;
        }

        turn.Marking.Actives.Remove(active);
        turn.Produce(active.Frame, way);
    }

    /// <summary>13.4.4: all events behind it are waited for.</summary>
    public static void AwaitAll(Turn turn, Active active)
    {
        foreach (var flow in active.Node.Outgoing)
        {
            turn.Await(active.No, flow.Target, flow.Target is ReceiveTask ? "message" : Events.KindOf(flow.Target));
        }
    }

    private static bool HasToken(Marking marking, int frame, SequenceFlow flow) =>
        marking.Tokens.Exists(token => token.Frame == frame && token.Flow == flow);

    private static OnFlow Take(Turn turn, int frame, FlowNode node, IEnumerable<SequenceFlow> flows)
    {
        var taken = flows.Select(flow => turn.Marking.Tokens.First(token => token.Frame == frame && token.Flow == flow)).ToList();
        foreach (var token in taken)
        {
            turn.Marking.Tokens.Remove(token);
            turn.Marking.Unname(token);
        }

        foreach (var _ in taken.Skip(1))
        {
            turn.Say($"Joined {node.Id}");
        }

        return taken[^1];
    }

    /// <summary>
    /// The flows with which paths start: that of a token on a flow; for a token inside an activity or event, which the table does not
    /// speak of, each flow by which it may leave, by its boundary events too.
    /// </summary>
    private static IEnumerable<IEnumerable<SequenceFlow>> Origins(Marking marking, int frame) =>
        marking.Tokens.Where(token => token.Frame == frame).Select(static token => (IEnumerable<SequenceFlow>)[token.Flow])
            .Concat(marking.Actives.Where(active => active.Frame == frame).Select(static active => Exits(active.Node)));

    private static IEnumerable<SequenceFlow> Exits(FlowNode node) =>
        node is Activity activity ? activity.Outgoing.Concat(activity.Boundaries.SelectMany(static boundary => boundary.Outgoing)) : node.Outgoing;

    /// <summary>Every flow on some path from a flow on that does not visit the gateway.</summary>
    private static HashSet<SequenceFlow> Paths(SequenceFlow from, InclusiveGateway gateway)
    {
        var seen = new HashSet<SequenceFlow>();
        var open = new Stack<SequenceFlow>([from]);
        while (open.TryPop(out var flow))
        {
            if (seen.Add(flow) && flow.Target != gateway)
            {
                foreach (var next in Exits(flow.Target))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }
}
