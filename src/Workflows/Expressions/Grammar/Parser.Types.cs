using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Expressions.BuiltIn;

namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <content>The types after <c>instance of</c>.</content>
internal sealed partial class Parser
{
    private FeelType ReadType()
    {
        if (++nesting > DeepestNesting)
        {
            Fail($"式の入れ子が深すぎます（{DeepestNesting}段まで）。");
        }

        var position = Now.Position;
        var type = ReadTypeWords() switch
        {
            "list" => new FeelType.ListOf(Take("<") ? ReadTypeEnd(ReadType()) : FeelType.Any),
            "context" => new FeelType.ContextOf(Take("<") ? ReadFieldTypes() : []),
            var words when FeelType.Named(words) is { } named => named,
            var words => FailType(position, words),
        };
        nesting--;

        return type;
    }

    /// <summary>A name of as many words as make a type: <c>date and time</c> before <c>date</c>.</summary>
    private string ReadTypeWords()
    {
        var words = 0;

        for (var ahead = 1; ahead <= Functions.MostWords && tokens[at + ahead - 1].Kind == TokenKind.Name; ahead++)
        {
            words = FeelType.IsName(string.Join(' ', Words(ahead))) ? ahead : words;
        }

        var name = string.Join(' ', Words(Math.Max(words, 1)));
        at = Math.Min(at + Math.Max(words, 1), tokens.Length - 1);

        return name;
    }

    private IEnumerable<string> Words(int count) => tokens[at..Math.Min(at + count, tokens.Length)].Select(static token => token.Content);

    private FeelType ReadTypeEnd(FeelType inner)
    {
        Expect(">", "型の < が閉じていません。「list<number>」のように書いてください。");

        return inner;
    }

    private ImmutableArray<(string Name, FeelType Type)> ReadFieldTypes()
    {
        var fields = ImmutableArray.CreateBuilder<(string, FeelType)>();

        do
        {
            var name = Now.Content;
            at = Math.Min(at + 1, tokens.Length - 1);
            Expect(":", "項目の型は「context<名前: number>」のように書いてください。");
            fields.Add((name, ReadType()));
        }
        while (Error is null && Take(","));

        Expect(">", "型の < が閉じていません。「context<名前: number>」のように書いてください。");

        return fields.ToImmutable();
    }

    private FeelType FailType(int position, string words)
    {
        Fail(position, $"「{words}」という型はありません。string・number・boolean・date・time・date and time・list・context などから選んでください。");

        return FeelType.Any;
    }
}
