using System.Collections.Immutable;
using System.Globalization;
using OfficeWorkflow.Workflows.Expressions.BuiltIn;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <content>Literals, names, calls, lists, contexts.</content>
internal sealed partial class Parser
{
    private Node ReadPrimary()
    {
        var token = Now;

        switch (token.Kind)
        {
            case TokenKind.Number:
                at++;
                return new Node.Literal(Value.Of(decimal.Parse(token.Content, CultureInfo.InvariantCulture)));
            case TokenKind.Text:
                at++;
                return new Node.Literal(Value.Of(token.Content));
            case TokenKind.Name:
                return ReadWord(token);
            case TokenKind.Symbol:
                return ReadBracketed(token);
            default:
                return Fail("式が途中で終わっています。");
        }
    }

    private Node ReadBracketed(Token token)
    {
        if (Take("("))
        {
            var inner = ReadExpression();
            Expect(")", "( が閉じていません。");
            return inner;
        }

        if (Take("["))
        {
            return new Node.ListOf(ReadItems("]", "[ が閉じていません。"));
        }

        if (Take("{"))
        {
            return ReadContext();
        }

        if (Take("@"))
        {
            return ReadTimeLiteral();
        }

        return Fail($"「{token.Content}」の位置に値がありません。");
    }

    private Node ReadTimeLiteral()
    {
        if (Now.Kind != TokenKind.Text)
        {
            return Fail("@ の後には \"2026-04-01\" のような文字列を書いてください。");
        }

        return new Node.Call(Functions.TimeLiteral, [new Node.Literal(Value.Of(tokens[at++].Content))]);
    }

    private Node ReadWord(Token token)
    {
        switch (token.Content)
        {
            case "true" or "false":
                at++;
                return new Node.Literal(Value.Of(token.Is("true")));
            case "null":
                at++;
                return Nothing;
            case var word when Keywords.Contains(word):
                return Fail($"「{word}」の位置に値がありません。");
        }

        if (FunctionAhead(out var function, out var words))
        {
            at += words + 1;
            return ReadCall(token, function);
        }

        at++;

        if (Now.Is("("))
        {
            at--;
            return Fail($"「{token.Content}」という関数はありません。");
        }

        Note(token);

        return new Node.Name(token.Content);
    }

    private bool FunctionAhead(out Function function, out int words)
    {
        var name = Now.Content;
        function = Functions.TimeLiteral;
        words = 0;

        for (var ahead = at + 1; tokens[ahead].Kind != TokenKind.End && ahead - at <= Functions.MostWords; ahead++)
        {
            if (tokens[ahead].Is("("))
            {
                words = ahead - at;
                return Functions.TryFind(name, out function);
            }

            if (tokens[ahead].Kind != TokenKind.Name)
            {
                return false;
            }

            name = $"{name} {tokens[ahead].Content}";
        }

        return false;
    }

    private Node ReadCall(Token token, Function function)
    {
        if (NameAhead() > 0)
        {
            return ReadNamedCall(token, function);
        }

        var arguments = ReadItems(")", $"{function.Name} の ( が閉じていません。");

        if (Error is null && (arguments.Length < function.Fewest || arguments.Length > function.Most))
        {
            var wanted = function.Fewest == function.Most ? $"{function.Fewest}個" : $"{function.Fewest}個から{function.Most}個";
            return Fail(token.Position, $"{function.Name} に渡す値は{wanted}ですが、{arguments.Length}個あります。");
        }

        return new Node.Call(function, arguments);
    }

    /// <summary><c>substring(string: "abc", start position: 2)</c>.</summary>
    private Node ReadNamedCall(Token token, Function function)
    {
        var named = new Dictionary<string, Node>(StringComparer.Ordinal);

        do
        {
            var words = NameAhead();

            if (words == 0)
            {
                return Fail($"{function.Name} に渡す値は、すべて「名前: 値」と書くか、名前なしで並べてください。");
            }

            var name = string.Join(' ', tokens[at..(at + words)].Select(static word => word.Content));
            at += words + 1;

            if (!named.TryAdd(name, ReadExpression()))
            {
                return Fail($"「{name}」が二度書かれています。");
            }
        }
        while (Take(","));

        Expect(")", $"{function.Name} の ( が閉じていません。");

        if (Error is not null)
        {
            return Nothing;
        }

        return function.InOrder(named, Nothing) is { } arguments
            ? new Node.Call(function, arguments)
            : Fail(token.Position, $"{function.Name} に「{string.Join("・", named.Keys)}」という組み合わせの値は渡せません。");
    }

    /// <summary>How many words stand before a colon here: the name of an argument. 0 when there is none.</summary>
    private int NameAhead()
    {
        var words = 0;

        while (words < Functions.MostWords && tokens[at + words].Kind == TokenKind.Name)
        {
            words++;
        }

        return words > 0 && tokens[at + words].Is(":") ? words : 0;
    }

    private ImmutableArray<Node> ReadItems(string end, string unclosed)
    {
        if (Take(end))
        {
            return [];
        }

        var items = ImmutableArray.CreateBuilder<Node>();

        do
        {
            items.Add(ReadExpression());
        }
        while (Take(","));

        Expect(end, unclosed);

        return items.ToImmutable();
    }

    private Node.ContextOf ReadContext()
    {
        var entries = new List<(string Key, Node Value)>();
        var before = bound.Count;

        if (!Take("}"))
        {
            do
            {
                var key = Now;

                if (key.Kind is not (TokenKind.Name or TokenKind.Text))
                {
                    Fail("{ } の中は「名前: 値」と書いてください。");
                    break;
                }

                if (entries.Exists(entry => string.Equals(entry.Key, key.Content, StringComparison.Ordinal)))
                {
                    Fail($"「{key.Content}」が二度書かれています。");
                    break;
                }

                at++;
                Expect(":", $"「{key.Content}」の後に : がありません。");
                entries.Add((key.Content, ReadExpression()));
                bound.Add(key.Content);
            }
            while (Take(","));

            Expect("}", "{ が閉じていません。");
        }

        bound.RemoveRange(before, bound.Count - before);

        return new Node.ContextOf([.. entries]);
    }
}
