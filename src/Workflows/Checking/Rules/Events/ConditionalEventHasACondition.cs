using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules.Events;

internal static class ConditionalEventHasACondition
{
    public static IEnumerable<Finding> Check(Process process) =>
        from node in process.Nodes.OfType<EventNode>()
        where node.Trigger is Trigger.Conditional { Condition: null }
        select Finding.Error("conditional-event-has-a-condition", node.Id, $"条件イベント「{node.Label}」に条件がありません。", "待つ条件を式(FEEL)で書いてください。");
}
