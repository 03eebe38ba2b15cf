using System.Text;

namespace OfficeWorkflow.Server.Answers;

/// <summary>Text without what no database and no letter can hold: control characters are left out, a half of a character becomes U+FFFD.</summary>
public static class PlainText
{
    public static string Of(string text) =>
        IsPlain(text) ? text : string.Concat(text.EnumerateRunes().Where(IsKept).Select(static rune => rune.ToString()));

    private static bool IsPlain(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            // Half of a pair is no letter.
            if (!Rune.TryGetRuneAt(text, at, out var letter) || (letter.IsBmp && !IsKept(letter)))
            {
                return false;
            }

            at += letter.Utf16SequenceLength;
        }

        return true;
    }

    private static bool IsKept(Rune rune) => rune.Value is '\n' or '\r' or '\t' || !Rune.IsControl(rune);
}
