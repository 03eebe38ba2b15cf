using System.Globalization;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>How often an activity is done, in words.</summary>
internal static class LoopFacts
{
    private const string Each = "each";

    public static IEnumerable<Fact> Of(MultiInstance loop, Words words) =>
        Settings(loop, words).Select(static fact => fact with { With = Each }).Prepend(Fact.Of(Each, "繰り返し", loop.IsSequential ? "一覧の人・ものごとに(順番に)" : "一覧の人・ものごとに(同時に)"));

    public static IEnumerable<Fact> Of(StandardLoop loop, Words words)
    {
        yield return Fact.Of("repeat", "繰り返し", loop.IsTestedBefore ? "条件を先に調べて繰り返す" : "一度してから、条件を調べて繰り返す");
        if (loop.Maximum is { } most)
        {
            yield return Fact.Of("repeatMost", "繰り返す回数の上限", $"{most.ToString(CultureInfo.InvariantCulture)}回");
        }

        if (loop.Condition is { } condition)
        {
            yield return new Fact("repeatCondition", "繰り返す条件", condition.Text, Plain.Condition(condition.Text, words));
        }
    }

    private static IEnumerable<Fact> Settings(MultiInstance loop, Words words)
    {
        if (loop.Collection is { } list)
        {
            yield return new Fact("list", "繰り返す一覧", list.Text, words.Of(WordKind.List, list.Text) is var known && !string.Equals(known, list.Text, StringComparison.Ordinal) ? known : Plain.Formula(list.Text.TrimStart('=')));
        }

        foreach (var fact in Formula("times", "回数", loop.Cardinality).Concat(Formula("collectedValue", "一件から集める値", loop.OutputElement)))
        {
            yield return fact;
        }

        if (loop.CompletionCondition is { } enough)
        {
            yield return new Fact("enough", "途中で終える条件", enough.Text, Plain.Condition(enough.Text, words));
        }

        if (loop.ElementVariable is { } item)
        {
            yield return new Fact("item", "一件の呼び名", item, $"「{item}」");
        }

        if (loop.OutputCollection is { } collected)
        {
            yield return new Fact("collected", "結果を集める名前", collected, $"「{collected}」");
        }
    }

    private static IEnumerable<Fact> Formula(string property, string label, Formula? formula) =>
        formula is null ? [] : [new Fact(property, label, formula.Text, Plain.Formula(formula.Text.TrimStart('=')))];
}
