using System.Globalization;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>A decision table, in words: a fact for each column and each row, and one for the order of rows where the answer depends on it.</summary>
internal static class TableFacts
{
    public static IEnumerable<Fact> Of(DecisionTable table, Words words)
    {
        yield return Fact.Of("tablePolicy", "表の使いかた", table.Policy switch
        {
            DecisionTable.Unique => "当てはまる行は一つだけ",
            DecisionTable.First => "最初に当てはまる行",
            DecisionTable.Any => "当てはまる行はどれも同じ答え",
            DecisionTable.Collect => "当てはまる行をすべて集める",
            var other => other,
        });
        foreach (var (index, input) in table.Inputs.Index())
        {
            yield return new Fact($"tableInput:{index}", $"表で調べる項目{index + 1}", input.Text, words.Of(WordKind.Field, input.Text.TrimStart('=').Trim()));
        }

        foreach (var (index, output) in table.Outputs.Index())
        {
            yield return new Fact($"tableOutput:{index}", $"表で決める項目{index + 1}", output, words.Of(WordKind.Field, output));
        }

        foreach (var (index, rule) in table.Rules.Index())
        {
            var text = $"{string.Join("、", rule.Tests.Select(static test => test.Text.Length > 0 ? test.Text : "-"))} のとき {string.Join("、", rule.Outputs.Select(static output => output.Text))}";
            yield return Fact.Of($"tableRule:{rule.Id}", $"表の{(index + 1).ToString(CultureInfo.InvariantCulture)}行目", text);
        }

        if (table.Policy is DecisionTable.First or DecisionTable.Collect)
        {
            yield return Fact.Of("tableOrder", "表の行の順(変える前の行の番号で)", string.Join('\n', table.Rules.Select(static rule => rule.Id))) with { IsOrder = true };
        }
    }
}
