using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules.Reading;

/// <summary>A condition that reads a name which nothing ever sets is most often a slip of the pen.</summary>
internal static class ConditionReadsKnownVariables
{
    public static IEnumerable<Finding> Check(Process process, StepCatalogue catalogue)
    {
        if (catalogue.Variables is not { } given)
        {
            return [];
        }

        var known = given.Union(Made(process));

        return from found in Formulas.Conditions(process)
               from name in found.Condition.Expression?.Names ?? []
               where !known.Contains(name)
               select Finding.Warning("condition-reads-known-variables", found.Flow.Id, $"条件「{found.Condition.Text}」が読む「{name}」は、どこでも入力されません。", "名前の書き間違いがないか確かめてください。");
    }

    private static IEnumerable<string> Made(Process process)
    {
        foreach (var node in process.Nodes)
        {
            var mapping = node switch
            {
                Activity activity => activity.Mapping,
                EventNode happening => happening.Mapping,
                _ => Mapping.None,
            };
            foreach (var assignment in mapping.Outputs.Concat(node is SubProcess ? mapping.Inputs : []))
            {
                yield return assignment.Target;
            }

            if (node is Activity { Loop: { } loop })
            {
                yield return MultiInstance.Counter;
                yield return loop.ElementVariable ?? MultiInstance.Counter;
                yield return loop.OutputCollection ?? MultiInstance.Counter;
            }
        }
    }
}
