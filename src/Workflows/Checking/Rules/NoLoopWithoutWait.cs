using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>A circle in which nobody does anything and nothing is waited for would turn for ever in one moment.</summary>
internal static class NoLoopWithoutWait
{
    private const int MostRounds = 1_000;

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var node in process.Nodes.Where(static node => !Waits(node)))
        {
            if (node is Activity { Repeat: { } repeat } && repeat.Maximum is null or > MostRounds)
            {
                yield return Finding.Error(
                    "no-loop-without-wait",
                    node.Id,
                    $"「{node.Label}」は、待つことのないまま繰り返し、止まらないことがあります。",
                    $"繰り返しの上限を{MostRounds:N0}回までで決めるか、人の作業か待ちのイベントを含むサブプロセスの繰り返しにしてください。");
            }
            else if (TurnsBack(node))
            {
                yield return Finding.Error("no-loop-without-wait", node.Id, $"「{node.Label}」から、待つことのないまま同じ所へ戻る道があります。", "戻る道の途中に、作業か待ちのイベントを置いてください。");
            }
        }
    }

    private static bool Waits(FlowNode node) => node switch
    {
        SendTask { Binding: null } or BusinessRuleTask or CatchEvent { Trigger: Trigger.Link } => false,
        SubProcess sub => sub.Inner.Nodes.Any(Waits),
        Activity or CatchEvent or EventBasedGateway => true,
        _ => false,
    };

    private static bool TurnsBack(FlowNode origin)
    {
        var seen = new HashSet<FlowNode>();
        var open = new Stack<FlowNode>([origin]);
        while (open.TryPop(out var node))
        {
            foreach (var flow in node.Outgoing)
            {
                if (flow.Target == origin)
                {
                    return true;
                }

                if (!Waits(flow.Target) && seen.Add(flow.Target))
                {
                    open.Push(flow.Target);
                }
            }
        }

        return false;
    }
}
