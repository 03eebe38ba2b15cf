using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules.Events;

internal static class SignalHasAName
{
    public static IEnumerable<Finding> Check(Process process) =>
        from node in process.Nodes.OfType<EventNode>()
        where node.Trigger is Trigger.Signal { Name.Length: 0 }
        select Finding.Error("signal-has-a-name", node.Id, $"「{node.Label}」のシグナルに名前がありません。", "シグナルを選ぶか、名前を付けてください。");
}
