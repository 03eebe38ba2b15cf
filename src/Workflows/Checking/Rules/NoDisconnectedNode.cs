using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>A node that nothing leads to, or that leads nowhere, was forgotten.</summary>
internal static class NoDisconnectedNode
{
    private const string Rule = "no-disconnected-node";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var node in process.Nodes)
        {
            if (node is SubProcess { IsEventTriggered: true } or Activity { IsForCompensation: true } or BoundaryEvent { Trigger: Trigger.Compensation }
                || node.Scope.Owner is { AdHoc: not null })
            {
                continue;
            }

            if (node.Incoming.IsEmpty && node is not (StartEvent or BoundaryEvent))
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」に、どこからも矢印が来ていません。", "前の要素から矢印を引くか、要素を消してください。");
            }

            if (!node.Outgoing.IsEmpty || node is EndEvent)
            {
                continue;
            }

            yield return node is Activity
                ? Finding.Warning(Rule, node.Id, $"「{node.Label}」から先へ矢印が出ていません。終わるとそこで道が終わります。", "終了イベントへ矢印を引いてください。")
                : Finding.Error(Rule, node.Id, $"「{node.Label}」から先へ矢印が出ていません。", "次の要素へ矢印を引いてください。");
        }
    }
}
