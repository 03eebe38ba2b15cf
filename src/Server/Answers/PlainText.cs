using System.Text;

namespace OfficeWorkflow.Server.Answers;

/// <summary>Text without what no database and no letter can hold: control characters are left out, a half of a character becomes U+FFFD.</summary>
public static class PlainText
{
    public static string Of(string text) =>
        IsPlain(text) ? text : string.Concat(text.EnumerateRunes().Where(IsKept).Select(static rune => rune.ToString()));

    private static bool IsPlain(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]))
            {
                if (!Rune.TryGetRuneAt(text, at, out _))
                {
                    return false;
                }

                at++;
            }
            else if (!IsKept(new Rune(text[at])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsKept(Rune rune) => rune.Value is '\n' or '\r' or '\t' || !Rune.IsControl(rune);
}
