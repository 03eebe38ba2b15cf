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
        new("string", "from", Text),
        new("number", "from, grouping separator?, decimal separator?", Number),
        new("string length", "string", static call => call.Text(0) is { } text ? Value.Of(text.EnumerateRunes().Count()) : Value.None),
        new("substring", "string, start position, length?", Substring),
        new("upper case", "string", static call => call.Text(0) is { } text ? Value.Of(text.ToUpperInvariant()) : Value.None),
        new("lower case", "string", static call => call.Text(0) is { } text ? Value.Of(Lower(text)) : Value.None),
        new("trim", "string", static call => call.Text(0) is { } text ? Value.Of(text.Trim()) : Value.None),
        new("contains", "string, match", static call => Pair(call, static (text, part) => Value.Of(text.Contains(part, StringComparison.Ordinal)))),
        new("starts with", "string, match", static call => Pair(call, static (text, part) => Value.Of(text.StartsWith(part, StringComparison.Ordinal)))),
        new("ends with", "string, match", static call => Pair(call, static (text, part) => Value.Of(text.EndsWith(part, StringComparison.Ordinal)))),
        new("substring before", "string, match", static call => Pair(call, static (text, part) => Value.Of(Before(text, part)))),
        new("substring after", "string, match", static call => Pair(call, static (text, part) => Value.Of(After(text, part)))),
        new("split", "string, delimiter", Split),
        new("string join", "list, delimiter?", Join),
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

        var grouping = Mark(call, 1, [" ", ",", "."]);
        var point = Mark(call, 2, [",", "."]);

        if (grouping is null || point is null || (grouping.Length > 0 && string.Equals(grouping, point, StringComparison.Ordinal)))
        {
            return call.Fail("桁の区切りは空白・コンマ・点、小数点はコンマ・点のどれかで、互いに違うものです。");
        }

        var plain = grouping.Length > 0 ? text.Replace(grouping, "", StringComparison.Ordinal) : text;
        plain = point is "," ? plain.Replace(',', '.') : plain;

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Value.Of(number)
            : call.Fail($"「{text}」は半角の数字で書いた数値ではありません。");
    }

    /// <summary>Empty when it is not given, null when it is none of those allowed.</summary>
    private static string? Mark(FunctionCall call, int index, string[] allowed)
    {
        if (call.Count <= index || call[index] is Value.Nothing)
        {
            return "";
        }

        return call.Text(index) is { } mark && allowed.Contains(mark, StringComparer.Ordinal) ? mark : null;
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
        var before = string.Empty;

        foreach (var item in items.Where(static item => item is not Value.Nothing))
        {
            if (item is not Value.Text text)
            {
                return call.Fail($"文字列のリストが要りますが、{Kinds.Of(item)}が入っています。");
            }

            joined.Append(before).Append(text.Content);
            before = separator;

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
