using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>From everywhere there is a way to an end.</summary>
internal static class EveryWayEnds
{
    public static IEnumerable<Finding> Check(Process process) =>
        from scope in Ways.Scopes(process)
        let ending = Ways.To(scope.Nodes.Where(static node => node.Outgoing.IsEmpty))
        from node in scope.Nodes
        where !ending.Contains(node)
        select Finding.Warning("every-way-ends", node.Id, $"「{node.Label}」からは、どう進んでも終わりにたどり着けません。", "終了イベントへの道を加えてください。");
}
