using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>Where a choice is made every way says when it is taken; where none is made no way has a condition.</summary>
internal static class EveryWayHasACondition
{
    private const string Rule = "every-way-has-a-condition";

    public static IEnumerable<Finding> Check(Process process) => process.Nodes.SelectMany(static node => node switch
    {
        ExclusiveGateway or InclusiveGateway when node.Outgoing.Length > 1 => Choices(node),
        ParallelGateway or EventBasedGateway or StartEvent => NoChoices(node),
        _ => [],
    });

    private static IEnumerable<Finding> Choices(FlowNode node)
    {
        foreach (var flow in node.Outgoing.Where(static flow => flow.Condition is null && !flow.IsDefault))
        {
            yield return Finding.Error(Rule, flow.Id, $"「{node.Label}」から「{flow.Target.Label}」への道に条件がありません。この道は選ばれません。", "条件を書くか、「その他の場合」の道にしてください。");
        }

        if (!node.Outgoing.Any(static flow => flow.IsDefault))
        {
            yield return Finding.Warning(Rule, node.Id, $"「{node.Label}」に「その他の場合」の道がありません。どの条件も成り立たないと、そこで止まります。", "「その他の場合」の道を一つ決めてください。");
        }
    }

    private static IEnumerable<Finding> NoChoices(FlowNode node) =>
        from flow in node.Outgoing
        where flow.Condition is not null && node is not StartEvent
        select Finding.Error(Rule, flow.Id, $"「{node.Label}」から出る道に条件がありますが、ここでは読まれません。", "条件を消すか、排他ゲートウェイに変えてください。");
}
