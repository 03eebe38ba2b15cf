using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>A business rule task has a table all of whose rows are filled in, or a mapping.</summary>
internal static class DecisionTableIsWhole
{
    private const string Rule = "decision-table-is-whole";

    public static IEnumerable<Finding> Check(Process process) =>
        from task in process.Nodes.OfType<BusinessRuleTask>()
        from trouble in task.Table is { } table ? Troubles(table) : task.Mapping.Outputs.IsEmpty ? [NothingToTell] : []
        select Finding.Error(Rule, task.Id, $"「{task.Label}」: {trouble.Message}", trouble.Fix);

    private static (string Message, string Fix) NothingToTell => ("決定表も式もありません。", "決定表を作るか、結果を入れる変数と式を書いてください。");

    private static IEnumerable<(string Message, string Fix)> Troubles(DecisionTable table)
    {
        if (table.Policy is not (DecisionTable.Unique or DecisionTable.First or DecisionTable.Any or DecisionTable.Collect))
        {
            yield return ($"決定表の当てはめ方「{table.Policy}」は使えません。", "U(一つだけ)・F(最初の行)・A(どれも同じ)・C(すべて集める)から選んでください。");
        }

        if (table.Inputs.IsEmpty || table.Outputs.IsEmpty || table.Rules.IsEmpty || table.Outputs.Any(static name => name.Length == 0))
        {
            yield return ("決定表に、入力の列か、名前のある答えの列か、行がありません。", "入力・答え・行をそれぞれ一つ以上書いてください。");
        }

        foreach (var rule in table.Rules.Where(rule => rule.Tests.Length != table.Inputs.Length || rule.Outputs.Length != table.Outputs.Length))
        {
            yield return ($"決定表の行「{rule.Id}」の欄の数が、列の数と合いません。", "欄を足りるだけ書くか、余分な欄を消してください。");
        }

        foreach (var test in table.Rules.SelectMany(static rule => rule.Tests).Where(static test => test.Error is not null))
        {
            yield return ($"決定表の欄「{test.Text}」が読めません。{test.Error!.Sentence}", "「< 18」「\"有\", \"無\"」「[1..5]」のように書き直してください。どれでもよい欄は「-」です。");
        }
    }
}
