using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>An error that ends something must be told apart; only who catches may take every error.</summary>
internal static class ErrorHasACode
{
    public static IEnumerable<Finding> Check(Process process) =>
        from node in process.Nodes.OfType<EndEvent>()
        where node.Trigger is Trigger.Error { Code: null or "" }
        select Finding.Error("error-has-a-code", node.Id, $"エラー終了「{node.Label}」に、エラーのコードがありません。", "エラーを選び、コードを付けてください。");
}
