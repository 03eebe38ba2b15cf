using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>Regular expressions that are read in one pass over the text: no pattern takes longer than the text is long.</summary>
internal static partial class PatternFunctions
{
    private const int LongestPattern = 200;
    private const int MostRepeats = 1_000;
    private const int LongestReplacement = 10_000_000;

    public static ImmutableArray<Function> All { get; } =
    [
        new("matches", "input, pattern, flags?", static call => Pattern(call, flags: 2) is { } pattern ? Value.Of(pattern.IsMatch(call.Text(0)!)) : Value.None),
        new("replace", "input, pattern, replacement, flags?", Replace),
    ];

    private static Value Replace(FunctionCall call)
    {
        if (Pattern(call, flags: 3) is not { } pattern || call.Text(2) is not { } replacement)
        {
            return Value.None;
        }

        var text = call.Text(0)!;
        replacement = replacement.Replace(@"\$", "$$", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);

        // One replacement alone may be many times the text: what it can come to at most is known before it is made.
        return replacement.Length + ((long)replacement.Count(static letter => letter is '$') * text.Length) > LongestReplacement
            || Replaced(pattern, text, replacement) is not { } made
                ? call.Fail("文字列が長すぎます。")
                : Value.Of(made);
    }

    /// <returns>Null where it becomes too long.</returns>
    private static string? Replaced(Regex pattern, string text, string replacement)
    {
        var made = new StringBuilder();
        var at = 0;

        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            made.Append(text, at, match.Index - at).Append(match.Result(replacement));
            at = match.Index + match.Length;

            if (made.Length > Work.MostCharacters)
            {
                return null;
            }
        }

        made.Append(text, at, text.Length - at);

        return made.Length > Work.MostCharacters ? null : made.ToString();
    }

    private static Regex? Pattern(FunctionCall call, int flags)
    {
        if (call.Text(0) is not { } text || call.Text(1) is not { } pattern || Options(call, flags) is not { } options)
        {
            return null;
        }

        if (pattern.Length > LongestPattern || !call.Work.Spend(text.Length + pattern.Length) || Repeats(pattern) > MostRepeats)
        {
            call.Fail($"パターンが長すぎるか、繰り返しが多すぎます。{LongestPattern}文字、{MostRepeats:N0}回までです。");
            return null;
        }

        try
        {
            // No clock decides a case: what does not go back needs no other limit than its length.
            return new Regex(WholeLetters.In(pattern, options.HasFlag(RegexOptions.Singleline)), options, Regex.InfiniteMatchTimeout);
        }
        catch (Exception problem) when (problem is RegexParseException or NotSupportedException)
        {
            call.Fail($"パターン「{pattern}」は使えません。");
            return null;
        }
    }

    /// <summary>What all counts of a pattern come to when they stand inside one another.</summary>
    private static double Repeats(string pattern) => Counts().Matches(pattern)
        .SelectMany(static match => match.Groups["n"].Captures.Select(static capture => double.Parse(capture.Value, CultureInfo.InvariantCulture)))
        .Aggregate(1.0, static (product, count) => product * Math.Max(count, 1));

    private static RegexOptions? Options(FunctionCall call, int index)
    {
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

        if (call.Count <= index || call[index] is Value.Nothing)
        {
            return options;
        }

        foreach (var flag in call.Text(index) ?? "?")
        {
            var option = flag switch
            {
                'i' => RegexOptions.IgnoreCase,
                's' => RegexOptions.Singleline,
                'm' => RegexOptions.Multiline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };

            if (option == RegexOptions.None)
            {
                call.Fail("パターンの印は i・s・m・x から選んでください。");
                return null;
            }

            options |= option;
        }

        return options;
    }

    [GeneratedRegex(@"\{(?<n>\d+)(,(?<n>\d+)?)?\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Counts();
}
