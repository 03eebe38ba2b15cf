using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules.Events;

/// <summary>What undoes an activity is tied to its edge, stands outside the flow, and is asked for where it can be found.</summary>
internal static class CompensationHasItsHandler
{
    private const string Rule = "compensation-has-its-handler";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var boundary in process.Nodes.OfType<BoundaryEvent>().Where(static node => node.Trigger is Trigger.Compensation))
        {
            if (boundary.Handler is null || !boundary.Outgoing.IsEmpty)
            {
                yield return Finding.Error(Rule, boundary.Id, $"補償の境界イベント「{boundary.Label}」に、取り消しの作業が一つ結ばれていません。", "矢印ではなく関連の線で、補償用の作業と結んでください。");
            }
        }

        foreach (var handler in process.Nodes.OfType<Activity>().Where(static node => node.IsForCompensation))
        {
            if (!handler.Incoming.IsEmpty || !handler.Outgoing.IsEmpty)
            {
                yield return Finding.Error(Rule, handler.Id, $"取り消しの作業「{handler.Label}」に矢印がつながっています。", "矢印を消してください。取り消すときだけ始まります。");
            }
            else if (!handler.Scope.Nodes.OfType<BoundaryEvent>().Any(boundary => boundary.Handler == handler))
            {
                yield return Finding.Error(Rule, handler.Id, $"取り消しの作業「{handler.Label}」が、どの作業にも結ばれていません。", "取り消される作業の縁に補償の境界イベントを置き、関連の線で結んでください。");
            }
        }

        foreach (var node in process.Nodes.OfType<EventNode>().Where(static node => node is ThrowEvent or EndEvent))
        {
            if (node.Trigger is Trigger.Compensation { ActivityId: { } id } && !IsFound(node, process.Find(id)))
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」が取り消す作業が、同じ枠の中にないか、取り消せません。", "補償の境界イベントのある作業か、それを含むサブプロセスを選んでください。");
            }
        }
    }

    private static bool IsFound(EventNode from, FlowNode? target) =>
        target is Activity activity
        && (activity.Undo is not null || activity is SubProcess)
        && (target.Scope == from.Scope || (from.Scope.Owner is { IsEventTriggered: true } handler && target.Scope == handler.Scope));
}
