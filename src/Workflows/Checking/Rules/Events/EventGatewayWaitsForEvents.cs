using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Checking.Rules.Events;

/// <summary>Behind an event-based gateway stand only events that can be waited for together.</summary>
internal static class EventGatewayWaitsForEvents
{
    private const string Rule = "event-gateway-waits-for-events";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var gateway in process.Nodes.OfType<EventBasedGateway>())
        {
            if (gateway.Outgoing.Length < 2)
            {
                yield return Finding.Error(Rule, gateway.Id, $"「{gateway.Label}」で待つイベントが二つ以上ありません。", "待つイベントを二つ以上つないでください。");
            }

            foreach (var target in gateway.Outgoing.Select(static flow => flow.Target))
            {
                if (!CanBeWaitedFor(target))
                {
                    yield return Finding.Error(Rule, target.Id, $"「{target.Label}」は、イベントを待つ分岐の先に置けません。", "中間イベント(タイマー・メッセージ)か、境界イベントも繰り返しもない受信タスクにしてください。");
                }
                else if (target.Incoming.Length > 1)
                {
                    yield return Finding.Error(Rule, target.Id, $"「{target.Label}」には、イベントを待つ分岐のほかからも矢印が来ています。", "合流は、このイベントの後に置いてください。");
                }
            }
        }
    }

    private static bool CanBeWaitedFor(FlowNode target) => target switch
    {
        CatchEvent => true,
        ReceiveTask task => task.Boundaries.IsEmpty && task.Loop is null,
        _ => false,
    };
}
