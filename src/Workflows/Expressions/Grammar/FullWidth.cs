using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <summary>What a person with a Japanese keyboard types instead of a symbol of the language.</summary>
internal static class FullWidth
{
    private const string Wide = "\u3000“”‘’「」『』、。・×÷−–—≠≦≧≤≥￥〜";

    private static readonly ImmutableArray<string> Half =
        ["空白", "\"", "\"", "\"", "\"", "\"", "\"", "\"", "\"", ",", ".", "/", "*", "/", "-", "-", "-", "!=", "<=", ">=", "<=", ">=", "\\", ".."];

    /// <summary>A sentence for the person, or null when the letter is none of these.</summary>
    public static string? AdviceFor(char letter)
    {
        var index = Wide.IndexOf(letter, StringComparison.Ordinal);

        if (index >= 0)
        {
            return letter == '\u3000'
                ? "全角の空白が入っています。半角の空白にしてください。"
                : $"「{letter}」は使えません。半角の {Half[index]} で書いてください。";
        }

        return letter is >= '！' and <= '～'
            ? $"全角の「{letter}」は使えません。半角の {(char)(letter - '！' + '!')} で書いてください。"
            : null;
    }
}
