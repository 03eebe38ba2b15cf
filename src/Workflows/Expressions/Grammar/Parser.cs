using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <summary>Tokens → <see cref="Node"/>, by recursive descent, one file for each level of the grammar. The first mistake moves to the end, so that everything unwinds.</summary>
internal sealed partial class Parser
{
    private const int DeepestNesting = 64;
    private const int MostLinks = 400;
    private const int LongestText = 20_000;

    private static readonly Node Nothing = new Node.Literal(Value.None);

    private static readonly ImmutableHashSet<string> Keywords =
        ["and", "or", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between", "instance"];

    private readonly ImmutableArray<Token> tokens;
    private readonly ImmutableSortedDictionary<string, int>.Builder names = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
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

    /// <summary>Where each name that is read from outside stands first.</summary>
    public ImmutableSortedDictionary<string, int> Names => names.ToImmutable();

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

    private void Note(Token name)
    {
        if (filters == 0 && !bound.Contains(name.Content))
        {
            names.TryAdd(name.Content, name.Position);
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
