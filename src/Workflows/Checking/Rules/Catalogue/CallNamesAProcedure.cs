using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Checking.Rules.Catalogue;

internal static class CallNamesAProcedure
{
    private const string Rule = "call-names-a-procedure";

    public static IEnumerable<Finding> Check(Process process, StepCatalogue catalogue)
    {
        foreach (var call in process.Calls)
        {
            if (call.Procedure.Length == 0)
            {
                yield return Finding.Error(Rule, call.Id, $"「{call.Label}」が、どの手続きを呼ぶのか決まっていません。", "呼び出す手続きを選んでください。");
            }
            else if (string.Equals(call.Procedure, process.Id, StringComparison.Ordinal))
            {
                yield return Finding.Error(Rule, call.Id, $"「{call.Label}」が、この手続き自身を呼んでいます。終わることがありません。", "別の手続きを選ぶか、前に戻る道を描いてください。");
            }
            else if (call is { Binding: CalledVersion.Fixed, Version: null or 0 })
            {
                yield return Finding.Error(Rule, call.Id, $"「{call.Label}」が呼ぶ手続きの版の番号がありません。", "版の番号を書くか、最新の版を呼ぶようにしてください。");
            }
            else if (!catalogue.Procedures.Contains(call.Procedure))
            {
                yield return Finding.Error(Rule, call.Id, $"「{call.Label}」が呼ぶ手続き「{call.Procedure}」がありません。", "呼び出す手続きを選び直してください。");
            }
        }
    }
}
