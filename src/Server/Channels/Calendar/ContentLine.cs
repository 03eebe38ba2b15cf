using System.Text;

namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>The line grammar of RFC 5545: 3.1 folding, 3.3.11 text, 3.2 quoted parameters.</summary>
internal static class ContentLine
{
    private const int MostOctets = 75;

    /// <summary>Folds at 75 octets, never inside a character, and ends with CRLF.</summary>
    public static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;

        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }

    /// <summary>Joins folded lines again; takes bare LF too.</summary>
    public static IReadOnlyList<string> Unfold(string text)
    {
        var lines = new List<string>();

        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line is [' ' or '\t', ..] && lines.Count > 0)
            {
                lines[^1] += line[1..];
            }
            else if (line.Length > 0)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    public static string Escape(string text) =>
        Printable(text.ReplaceLineEndings("\n"))
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    public static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);

        var isEscaped = false;

        foreach (var mark in text)
        {
            if (mark == '\\' && !isEscaped)
            {
                isEscaped = true;
            }
            else
            {
                plain.Append(isEscaped && (mark is 'n' or 'N') ? '\n' : mark);
                isEscaped = false;
            }
        }

        return plain.ToString();
    }

    /// <summary>A quoted parameter cannot hold a double quote: it becomes a single one.</summary>
    public static string Quote(string parameter) =>
        $"\"{Printable(parameter).Replace('"', '\'').Replace('\n', ' ')}\"";

    private static string Printable(string text) =>
        string.Concat(text.Where(static c => c is '\n' || !char.IsControl(c)));
}
