using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>In an ad-hoc subprocess lie things to do, and nothing that says where it begins or ends.</summary>
internal static class AdHocHoldsActivities
{
    private const string Rule = "ad-hoc-holds-activities";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var node in process.Nodes.OfType<SubProcess>().Where(static node => node.AdHoc is not null))
        {
            foreach (var inner in node.Inner.Nodes.Where(static inner => inner is StartEvent or EndEvent or SubProcess { IsEventTriggered: true }))
            {
                yield return Finding.Error(Rule, inner.Id, $"アドホックサブプロセス「{node.Label}」の中に「{inner.Label}」は置けません。", "消してください。中の作業は、始まりも終わりもなく好きな順に行います。");
            }

            if (!node.Firsts.Any())
            {
                yield return Finding.Error(Rule, node.Id, $"アドホックサブプロセス「{node.Label}」に、はじめからできる作業がありません。", "矢印の入らない作業を一つ以上置いてください。");
            }
        }
    }
}
