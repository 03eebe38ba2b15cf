using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Checking.Rules;

internal static class DefaultFlowLeavesItsNode
{
    private const string Rule = "default-flow-leaves-its-node";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var node in process.Nodes.Where(static node => node.Default is not null))
        {
            var flow = node.Outgoing.FirstOrDefault(static flow => flow.IsDefault);
            if (flow is null)
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」の「その他の場合」の道が、ここから出る矢印ではありません。", "「その他の場合」の道を選び直してください。");
            }
            else if (flow.Condition is not null)
            {
                yield return Finding.Warning(Rule, flow.Id, $"「{node.Label}」の「その他の場合」の道に条件が書かれていますが、読まれません。", "条件を消してください。");
            }
        }
    }
}
