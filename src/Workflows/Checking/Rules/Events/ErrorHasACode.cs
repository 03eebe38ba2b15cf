using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules.Events;

/// <summary>An error or escalation that is thrown must be told apart; only who catches may take every one.</summary>
internal static class ErrorHasACode
{
    public static IEnumerable<Finding> Check(Process process) =>
        from node in process.Nodes.OfType<EventNode>()
        where node.Trigger is Trigger.Error { Code: null or "" } or Trigger.Escalation { Code: null or "" }
        where node is EndEvent or ThrowEvent
        select Finding.Error("error-has-a-code", node.Id, $"「{node.Label}」に、エラーやエスカレーションのコードがありません。", "エラーやエスカレーションを選び、コードを付けてください。");
}
