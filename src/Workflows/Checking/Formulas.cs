using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking;

/// <summary>All formulas of a procedure, with the element that they stand on and what they are for.</summary>
internal static class Formulas
{
    public static IEnumerable<(string Element, string Use, Formula Formula)> Of(Process process)
    {
        foreach (var node in process.Nodes)
        {
            foreach (var (use, formula) in On(node))
            {
                if (formula is not null)
                {
                    yield return (node.Id, $"「{node.Label}」の{use}", formula);
                }
            }
        }

        foreach (var (flow, condition) in Conditions(process))
        {
            yield return (flow.Id, $"「{flow.Source.Label}」から「{flow.Target.Label}」への条件", condition);
        }
    }

    public static IEnumerable<(SequenceFlow Flow, Formula Condition)> Conditions(Process process) =>
        from scope in Ways.Scopes(process)
        from flow in scope.Flows
        where flow.Condition is not null
        select (flow, flow.Condition);

    private static IEnumerable<(string Use, Formula? Formula)> On(FlowNode node)
    {
        var own = node switch
        {
            UserTask task => Inputs(task.Binding),
            ManualTask task => Inputs(task.Binding),
            ServiceTask task => Inputs(task.Binding),
            SendTask task => Inputs(task.Binding).Append(("宛先の値", task.Message?.Key)),
            ReceiveTask task => [("宛先の値", task.Message.Key)],
            EventNode { Trigger: Trigger.Message message } => [("宛先の値", message.Definition.Key)],
            EventNode { Trigger: Trigger.Conditional conditional } => [("条件", conditional.Condition)],
            BusinessRuleTask { Table: { } table } => Tabled(table),
            SubProcess { AdHoc: { } adHoc } => [("終える条件", adHoc.CompletionCondition)],
            _ => [],
        };

        return own.Concat(node switch
        {
            Activity activity => Mapped(activity.Mapping).Concat(Looped(activity.Loop)).Append(("繰り返す条件", activity.Repeat?.Condition)),
            EventNode happening => Mapped(happening.Mapping),
            _ => [],
        });
    }

    private static IEnumerable<(string Use, Formula? Formula)> Inputs(StepBinding? binding) =>
        binding?.Inputs.Select(static input => ($"入力「{input.Name}」", input.Formula)) ?? [];

    private static IEnumerable<(string Use, Formula? Formula)> Mapped(Mapping mapping) =>
        mapping.Inputs.Concat(mapping.Outputs).Select(static assignment => ($"「{assignment.Target}」に入れる値", (Formula?)assignment.Formula));

    private static IEnumerable<(string Use, Formula? Formula)> Tabled(DecisionTable table) =>
        table.Inputs.Select(static input => ("決定表の入力", (Formula?)input))
            .Concat(table.Rules.SelectMany(static rule => rule.Outputs).Select(static output => ("決定表の答え", (Formula?)output)));

    private static IEnumerable<(string Use, Formula? Formula)> Looped(MultiInstance? loop) => loop is null
        ? []
        : [("繰り返す一覧", loop.Collection), ("繰り返す回数", loop.Cardinality), ("集める値", loop.OutputElement), ("繰り返しを終える条件", loop.CompletionCondition)];
}
