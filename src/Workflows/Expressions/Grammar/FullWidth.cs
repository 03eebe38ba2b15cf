using System.Collections.Frozen;

namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <summary>What a person with a Japanese keyboard types instead of a symbol of the language.</summary>
internal static class FullWidth
{
    private static readonly FrozenDictionary<char, string> Instead = new Dictionary<char, string>
    {
        ['　'] = "空白", ['“'] = "\"", ['”'] = "\"", ['‘'] = "\"", ['’'] = "\"", ['「'] = "\"", ['」'] = "\"", ['『'] = "\"", ['』'] = "\"",
        ['、'] = ",", ['。'] = ".", ['・'] = "/", ['×'] = "*", ['÷'] = "/", ['−'] = "-", ['–'] = "-", ['—'] = "-",
        ['≠'] = "!=", ['≦'] = "<=", ['≧'] = ">=", ['≤'] = "<=", ['≥'] = ">=", ['￥'] = "\\", ['〜'] = "..",
    }.ToFrozenDictionary();

    /// <summary>A sentence for the person, or null when the letter is none of these.</summary>
    public static string? AdviceFor(char letter)
    {
        if (Instead.TryGetValue(letter, out var half))
        {
            return letter == '　'
                ? "全角の空白が入っています。半角の空白にしてください。"
                : $"「{letter}」は使えません。半角の {half} で書いてください。";
        }

        return letter is >= '！' and <= '～'
            ? $"全角の「{letter}」は使えません。半角の {(char)(letter - '！' + '!')} で書いてください。"
            : null;
    }
}
