using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>Nothing is drawn that no case can come to.</summary>
internal static class EveryElementReachable
{
    public static IEnumerable<Finding> Check(Process process) =>
        from scope in Ways.Scopes(process)
        let reached = Ways.From(Ways.Beginnings(scope))
        from node in scope.Nodes
        where !reached.Contains(node) && !node.Incoming.IsEmpty
        select Finding.Error("every-element-reachable", node.Id, $"「{node.Label}」には、開始イベントからたどり着けません。", "開始イベントからの道につなぐか、消してください。");
}
