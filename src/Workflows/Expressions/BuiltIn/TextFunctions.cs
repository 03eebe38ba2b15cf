using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>Functions of texts. Positions and lengths count characters as people see them in 𠮷, not UTF-16 units.</summary>
internal static class TextFunctions
{
    public static ImmutableArray<Function> All { get; } =
    [
        new("string", 1, 1, Text),
        new("number", 1, 1, Number),
        new("string length", 1, 1, static call => call.Text(0) is { } text ? Value.Of(text.EnumerateRunes().Count()) : Value.None),
        new("substring", 2, 3, Substring),
        new("upper case", 1, 1, static call => call.Text(0) is { } text ? Value.Of(text.ToUpperInvariant()) : Value.None),
        new("lower case", 1, 1, static call => call.Text(0) is { } text ? Value.Of(Lower(text)) : Value.None),
        new("trim", 1, 1, static call => call.Text(0) is { } text ? Value.Of(text.Trim()) : Value.None),
        new("contains", 2, 2, static call => Pair(call, static (text, part) => Value.Of(text.Contains(part, StringComparison.Ordinal)))),
        new("starts with", 2, 2, static call => Pair(call, static (text, part) => Value.Of(text.StartsWith(part, StringComparison.Ordinal)))),
        new("ends with", 2, 2, static call => Pair(call, static (text, part) => Value.Of(text.EndsWith(part, StringComparison.Ordinal)))),
        new("substring before", 2, 2, static call => Pair(call, static (text, part) => Value.Of(Before(text, part)))),
        new("substring after", 2, 2, static call => Pair(call, static (text, part) => Value.Of(After(text, part)))),
        new("split", 2, 2, Split),
        new("string join", 1, 2, Join),
    ];

    private static Value Text(FunctionCall call)
    {
        if (call[0] is Value.Nothing)
        {
            return call.Fail("値がありません。");
        }

        return ValueText.Of(call[0]) is { } text ? Value.Of(text) : call.Fail("文字列が長すぎます。");
    }

    private static Value Number(FunctionCall call)
    {
        if (call.Text(0) is not { } text)
        {
            return Value.None;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Value.Of(number)
            : call.Fail($"「{text}」は半角の数字で書いた数値ではありません。");
    }

    private static Value Substring(FunctionCall call)
    {
        if (call.Text(0) is not { } text || call.Whole(1) is not { } start)
        {
            return Value.None;
        }

        var letters = text.EnumerateRunes().ToArray();
        var from = start < 0 ? letters.Length + start : start - 1;

        if (start == 0 || from < 0)
        {
            return call.Fail($"{start}文字目はありません。");
        }

        var length = letters.Length;

        if (call.Count == 3)
        {
            if (call.Whole(2) is not { } wanted)
            {
                return Value.None;
            }

            length = wanted;
        }

        return Value.Of(string.Concat(letters.Skip(from).Take(length)));
    }

    private static Value Split(FunctionCall call) => Pair(call, (text, separator) =>
        separator.Length == 0 ? call.Fail("区切りの文字が空です。") : Value.Of(text.Split(separator).Select(Value.Of)));

    private static Value Join(FunctionCall call)
    {
        var separator = call.Count == 2 && call[1] is not Value.Nothing ? call.Text(1) : string.Empty;

        if (call.List(0) is not { } items || separator is null)
        {
            return Value.None;
        }

        var joined = new StringBuilder();

        foreach (var item in items.Where(static item => item is not Value.Nothing))
        {
            if (item is not Value.Text text)
            {
                return call.Fail($"文字列のリストが要りますが、{Kinds.Of(item)}が入っています。");
            }

            joined.Append(joined.Length > 0 ? separator : string.Empty).Append(text.Content);

            if (joined.Length > Work.MostCharacters)
            {
                return call.Fail("文字列が長すぎます。");
            }
        }

        return Value.Of(joined.ToString());
    }

    private static string Lower(string text) => string.Concat(text.EnumerateRunes().Select(Rune.ToLowerInvariant));

    private static string Before(string text, string part) =>
        text.IndexOf(part, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : string.Empty;

    private static string After(string text, string part) =>
        text.IndexOf(part, StringComparison.Ordinal) is >= 0 and var at ? text[(at + part.Length)..] : string.Empty;

    private static Value Pair(FunctionCall call, Func<string, string, Value> answer) =>
        call.Text(0) is { } first && call.Text(1) is { } second ? answer(first, second) : Value.None;
}
