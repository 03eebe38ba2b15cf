using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules.Events;

/// <summary>A link leads from one or more places to exactly one.</summary>
internal static class LinkHasItsOtherEnd
{
    private const string Rule = "link-has-its-other-end";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var node in process.Nodes.OfType<EventNode>())
        {
            if (node.Trigger is not Trigger.Link link)
            {
                continue;
            }

            var ends = node.Scope.Nodes.OfType<CatchEvent>().Count(other => other.Trigger == link);
            if (link.Name.Length == 0 || ends > 1)
            {
                yield return Finding.Error(Rule, node.Id, $"リンク「{node.Label}」の行き先が一つに決まりません。", "リンクに名前を付け、同じ名前の行き先を一つにしてください。");
            }
            else if (ends == 0)
            {
                yield return Finding.Error(Rule, node.Id, $"リンク「{node.Label}」に、同じ名前の行き先がありません。", "同じ枠の中に、同じ名前のリンクの中間キャッチイベントを置いてください。");
            }
        }
    }
}
