using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Checking.Rules;

internal static class LoopHasACollection
{
    private const string Rule = "loop-has-a-collection";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var node in process.Nodes.OfType<Activity>())
        {
            if (node.Repeat is { Condition: null, Maximum: null })
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」の繰り返しに、条件も回数の上限もありません。", "繰り返す条件か、回数の上限を書いてください。");
            }

            if (node.Loop is not { } loop)
            {
                continue;
            }

            if (loop.Collection is null && loop.Cardinality is null)
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」の繰り返しに、一覧も回数もありません。", "繰り返す一覧(例: =participants)を書いてください。");
            }

            if ((loop.OutputCollection is null) != (loop.OutputElement is null))
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」の繰り返しで、集める値と集める先の一方しか決まっていません。", "両方を書くか、両方を消してください。");
            }
        }
    }
}
