using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <content><c>if</c>, <c>for</c>, <c>some</c>, <c>every</c>.</content>
internal sealed partial class Parser
{
    private Node.Choice ReadChoice()
    {
        at++;
        var condition = ReadExpression();
        Expect("then", "if の条件の後に then がありません。「if 条件 then 値 else 値」と書いてください。");
        var then = ReadExpression();
        Expect("else", "if に else がありません。「if 条件 then 値 else 値」と書いてください。");

        return new Node.Choice(condition, then, ReadExpression());
    }

    private Node.For ReadFor()
    {
        at++;
        var before = bound.Count;
        var iterators = ReadIterators();
        Expect("return", "for に return がありません。「for x in リスト return 値」と書いてください。");
        var result = ReadExpression();
        bound.RemoveRange(before, bound.Count - before);

        return new Node.For(iterators, result);
    }

    private Node.Quantified ReadQuantified()
    {
        var isEvery = Now.Is("every");
        at++;
        var before = bound.Count;
        var iterators = ReadIterators();
        Expect("satisfies", "satisfies がありません。「some x in リスト satisfies 条件」と書いてください。");
        var condition = ReadExpression();
        bound.RemoveRange(before, bound.Count - before);

        return new Node.Quantified(isEvery, iterators, condition);
    }

    private ImmutableArray<Node.Iterator> ReadIterators()
    {
        var iterators = ImmutableArray.CreateBuilder<Node.Iterator>();

        do
        {
            var name = Now;

            if (name.Kind != TokenKind.Name || Keywords.Contains(name.Content))
            {
                Fail("繰り返しの名前がありません。「for x in リスト return 値」のように書いてください。");
                break;
            }

            at++;
            Expect("in", $"「{name.Content}」の後に in がありません。");
            var from = ReadExpression();
            var to = Take("..") ? ReadExpression() : null;
            iterators.Add(new Node.Iterator(name.Content, from, to));
            bound.Add(name.Content);
        }
        while (Take(","));

        return iterators.ToImmutable();
    }
}
