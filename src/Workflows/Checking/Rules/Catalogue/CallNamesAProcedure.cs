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
            else if (IsCalledBack(process.Id, call.Procedure, catalogue))
            {
                yield return Finding.Error(Rule, call.Id, $"「{call.Label}」が呼ぶ手続き「{call.Procedure}」から、この手続きがまた呼ばれます。終わることがありません。", "呼び合わないように、どちらかの呼び出しをやめてください。");
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

    private static bool IsCalledBack(string caller, string called, StepCatalogue catalogue)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([called]);
        while (open.TryPop(out var next))
        {
            if (string.Equals(next, caller, StringComparison.Ordinal))
            {
                return true;
            }

            foreach (var further in seen.Add(next) && catalogue.Calls.TryGetValue(next, out var calls) ? calls : [])
            {
                open.Push(further);
            }
        }

        return false;
    }
}
