using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>Each token that comes into an activity begins it anew: two ways into one mean two work items, which few expect.</summary>
internal static class NoImplicitMerge
{
    public static IEnumerable<Finding> Check(Process process) =>
        from node in process.Nodes
        where node is Activity && node.Incoming.Length > 1
        select Finding.Warning("no-implicit-merge", node.Id, $"「{node.Label}」に{node.Incoming.Length}本の矢印が入っています。来るたびに作業が一つずつ始まります。", "合流のゲートウェイ(どれか来たら: 排他、全部待つ: 並行)を前に置いてください。");
}
