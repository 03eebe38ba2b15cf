using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules.Events;

/// <summary>Nothing leads into a start or boundary event, and nothing out of an end.</summary>
internal static class EventsKeepTheirSide
{
    private const string Rule = "events-keep-their-side";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var node in process.Nodes)
        {
            if (node is StartEvent or BoundaryEvent && !node.Incoming.IsEmpty)
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」へ矢印が入っています。ここへは矢印を引けません。", "矢印を、その次の要素へ引き直してください。");
            }

            if (node is SubProcess { IsEventTriggered: true } && !(node.Incoming.IsEmpty && node.Outgoing.IsEmpty))
            {
                yield return Finding.Error(Rule, node.Id, $"イベントサブプロセス「{node.Label}」に矢印がつながっています。", "矢印を消してください。きっかけだけで始まります。");
            }

            if (node is EndEvent && !node.Outgoing.IsEmpty)
            {
                yield return Finding.Error(Rule, node.Id, $"終了イベント「{node.Label}」から矢印が出ています。", "矢印を消すか、中間イベントに変えてください。");
            }
        }
    }
}
