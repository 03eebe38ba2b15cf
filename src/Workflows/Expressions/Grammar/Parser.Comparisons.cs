using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <content><c>or</c>, <c>and</c>, comparisons, <c>between</c>, <c>in</c> with its tests.</content>
internal sealed partial class Parser
{
    private Node ReadOr()
    {
        var left = ReadAnd();

        while (Take("or"))
        {
            left = Link(new Node.Logic(IsAnd: false, left, ReadAnd()));
        }

        return left;
    }

    private Node ReadAnd()
    {
        var left = ReadComparison();

        while (Take("and"))
        {
            left = Link(new Node.Logic(IsAnd: true, left, ReadComparison()));
        }

        return left;
    }

    private Node ReadComparison()
    {
        var left = ReadSum();

        while (true)
        {
            if (TakeComparison() is { } symbol)
            {
                left = Link(new Node.Binary(symbol, left, ReadSum()));
            }
            else if (Take("between"))
            {
                var from = ReadSum();
                Expect("and", "between に and がありません。「x between 1 and 5」と書いてください。");
                left = Link(new Node.In(left, [new Node.Test.Range(from, WithFrom: true, ReadSum(), WithTo: true)]));
            }
            else if (Take("in"))
            {
                left = Link(new Node.In(left, ReadTests()));
            }
            else if (Take("instance"))
            {
                Expect("of", "instance の後に of がありません。「x instance of number」と書いてください。");
                left = Link(new Node.InstanceOf(left, ReadType()));
            }
            else
            {
                return left;
            }
        }
    }

    private string? TakeComparison()
    {
        if (Now.Kind != TokenKind.Symbol || Now.Content is not ("=" or "!=" or "<" or "<=" or ">" or ">="))
        {
            return null;
        }

        return tokens[at++].Content;
    }

    private ImmutableArray<Node.Test> ReadTests()
    {
        if (!Now.Is("("))
        {
            return [ReadTest()];
        }

        at++;
        var first = ReadTestInParentheses(out var isRange);

        if (isRange)
        {
            return [first];
        }

        var tests = ImmutableArray.CreateBuilder<Node.Test>();
        tests.Add(first);

        while (Take(","))
        {
            tests.Add(ReadTest());
        }

        Expect(")", "in の後の ( が閉じていません。");

        return tests.ToImmutable();
    }

    /// <summary><c>(1..5]</c> begins like <c>(1, 2)</c>.</summary>
    private Node.Test ReadTestInParentheses(out bool isRange)
    {
        isRange = false;

        if (TakeComparison() is { } symbol)
        {
            return new Node.Test.Comparison(symbol, ReadSum());
        }

        var node = Now.Is("[") ? null : ReadExpression();

        if (node is not null && Take(".."))
        {
            isRange = true;
            return ReadRangeEnd(node, withFrom: false);
        }

        return node is null ? ReadTest() : new Node.Test.Member(node);
    }

    private Node.Test ReadTest()
    {
        if (TakeComparison() is { } symbol)
        {
            return new Node.Test.Comparison(symbol, ReadSum());
        }

        if (Take("]"))
        {
            var from = ReadExpression();
            Expect("..", "範囲は ]1..5] のように .. でつないでください。");
            return ReadRangeEnd(from, withFrom: false);
        }

        if (!Now.Is("["))
        {
            return new Node.Test.Member(ReadSum());
        }

        var start = at++;
        var first = Now.Is("]") ? Nothing : ReadExpression();

        if (Take(".."))
        {
            return ReadRangeEnd(first, withFrom: true);
        }

        if (Error is null)
        {
            at = start;
        }

        return new Node.Test.Member(ReadSum());
    }

    private Node.Test.Range ReadRangeEnd(Node from, bool withFrom)
    {
        var to = ReadExpression();
        var withTo = Now.Is("]");

        if (!withTo && !Now.Is(")") && !Now.Is("["))
        {
            Fail("範囲が閉じていません。[1..5] のように書いてください。");
        }
        else
        {
            at++;
        }

        return new Node.Test.Range(from, withFrom, to, withTo);
    }
}
