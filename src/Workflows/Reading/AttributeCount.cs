namespace OfficeWorkflow.Workflows.Reading;

/// <summary>
/// Counts attributes before the XML reader sees them: it compares those of one element with one another, and 700,000 of them took
/// it half a minute.
/// </summary>
internal static class AttributeCount
{
    /// <summary>Whether some element has more than so many. What is not well-formed is for the XML reader to refuse.</summary>
    public static bool IsOver(string xml, int most)
    {
        for (var rest = xml.AsSpan(); rest.IndexOf('<') is >= 0 and var start;)
        {
            rest = rest[start..];
            if (EndOfAside(rest) is { } end)
            {
                rest = After(rest, end);
                continue;
            }

            var count = 0;
            rest = rest[1..];
            while (rest.IndexOfAny('"', '\'', '>') is >= 0 and var at && rest[at] != '>')
            {
                count++;
                rest = After(rest[(at + 1)..], rest.Slice(at, 1));
            }

            if (count > most)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>With what a comment, a CDATA section or an instruction ends; null for an element.</summary>
    private static string? EndOfAside(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<!--", StringComparison.Ordinal))
        {
            return "-->";
        }

        if (text.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            return "]]>";
        }

        return text.StartsWith("<?", StringComparison.Ordinal) ? "?>" : null;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, ReadOnlySpan<char> end) =>
        text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? text[(at + end.Length)..] : [];
}
