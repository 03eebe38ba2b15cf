using System.Collections.Immutable;
using System.Globalization;
using OfficeWorkflow.Workflows.Expressions.BuiltIn;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <summary>Tokens → <see cref="Node"/>, by recursive descent. The first mistake moves to the end, so that everything unwinds.</summary>
internal sealed class Parser
{
    private const int DeepestNesting = 64;
    private const int MostLinks = 400;
    private const int LongestText = 20_000;

    private static readonly Node Nothing = new Node.Literal(Value.None);

    private static readonly ImmutableHashSet<string> Keywords =
        ["and", "or", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between"];

    private readonly ImmutableArray<Token> tokens;
    private readonly ImmutableSortedSet<string>.Builder names = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly List<string> bound = [];
    private int at;
    private int nesting;
    private int links;
    private int filters;

    public Parser(string text)
    {
        if (text.Length > LongestText)
        {
            tokens = [new Token(TokenKind.End, string.Empty, 0)];
            Error = new ExpressionError(0, $"式が長すぎます。{LongestText:N0}文字までです。");
            return;
        }

        var lexer = new Lexer(text);
        tokens = lexer.Read();
        Error = lexer.Error;
        at = Error is null && tokens[0].Is("=") ? 1 : 0;
    }

    public ExpressionError? Error { get; private set; }

    public ImmutableSortedSet<string> Names => names.ToImmutable();

    private Token Now => tokens[at];

    public Node Read()
    {
        if (Error is not null)
        {
            return Nothing;
        }

        if (Now.Kind == TokenKind.End)
        {
            return Fail("式が空です。");
        }

        var root = ReadExpression();

        return Now.Kind == TokenKind.End ? root : Fail($"「{Now.Content}」の前までで式が終わっています。つなぐ記号が足りないか、余分な文字があります。");
    }

    private Node ReadExpression()
    {
        if (++nesting > DeepestNesting)
        {
            return Fail($"式の入れ子が深すぎます（{DeepestNesting}段まで）。");
        }

        var node = Now switch
        {
            var token when token.Is("if") => ReadChoice(),
            var token when token.Is("for") => ReadFor(),
            var token when token.Is("some") || token.Is("every") => ReadQuantified(),
            _ => ReadOr(),
        };
        nesting--;

        return node;
    }

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

    private Node ReadSum()
    {
        var left = ReadProduct();

        while (Now.Is("+") || Now.Is("-"))
        {
            left = Link(new Node.Binary(tokens[at++].Content, left, ReadProduct()));
        }

        return left;
    }

    private Node ReadProduct()
    {
        var left = ReadPower();

        while (Now.Is("*") || Now.Is("/"))
        {
            left = Link(new Node.Binary(tokens[at++].Content, left, ReadPower()));
        }

        return left;
    }

    private Node ReadPower()
    {
        var left = ReadNegation();

        while (Take("**"))
        {
            left = Link(new Node.Binary("**", left, ReadNegation()));
        }

        return left;
    }

    private Node ReadNegation()
    {
        var minuses = 0;

        while (Take("-"))
        {
            minuses++;
        }

        var node = ReadPostfix();

        for (var i = 0; i < minuses; i++)
        {
            node = Link(new Node.Negation(node));
        }

        return node;
    }

    private Node ReadPostfix()
    {
        var node = ReadPrimary();

        while (true)
        {
            if (Take("."))
            {
                node = Link(new Node.Path(node, ReadMember()));
            }
            else if (Take("["))
            {
                node = Link(ReadFilter(node));
            }
            else
            {
                return node;
            }
        }
    }

    private Node.Filter ReadFilter(Node source)
    {
        filters++;
        bound.Add("item");
        var condition = ReadExpression();
        bound.RemoveAt(bound.Count - 1);
        filters--;
        Expect("]", "[ が閉じていません。");

        return new Node.Filter(source, condition);
    }

    private string ReadMember()
    {
        if (Now.Kind != TokenKind.Name)
        {
            Fail("「.」の後に項目の名前がありません。");
            return string.Empty;
        }

        var member = tokens[at++].Content;

        if (string.Equals(member, "time", StringComparison.Ordinal) && Take("offset"))
        {
            return "time offset";
        }

        return member;
    }

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

        Note(token.Content);

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
        var arguments = ReadItems(")", $"{function.Name} の ( が閉じていません。");

        if (Error is null && (arguments.Length < function.Fewest || arguments.Length > function.Most))
        {
            var wanted = function.Fewest == function.Most ? $"{function.Fewest}個" : $"{function.Fewest}個から{function.Most}個";
            return Fail(token.Position, $"{function.Name} に渡す値は{wanted}ですが、{arguments.Length}個あります。");
        }

        return new Node.Call(function, arguments);
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

    private void Note(string name)
    {
        if (filters == 0 && !bound.Contains(name))
        {
            names.Add(name);
        }
    }

    private Node Link(Node node) => ++links > MostLinks ? Fail($"式が複雑すぎます（演算は{MostLinks}個まで）。") : node;

    private bool Take(string symbolOrWord)
    {
        if (!Now.Is(symbolOrWord))
        {
            return false;
        }

        at++;
        return true;
    }

    private void Expect(string symbolOrWord, string otherwise)
    {
        if (!Take(symbolOrWord))
        {
            Fail(otherwise);
        }
    }

    private Node Fail(string sentence) => Fail(Now.Position, sentence);

    private Node Fail(int position, string sentence)
    {
        Error ??= new ExpressionError(position, sentence);
        at = tokens.Length - 1;

        return Nothing;
    }
}
