using OfficeWorkflow.Server.Channels.Documents.Pdf;

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>Breaks text into lines of a width.</summary>
internal static class LineBreaker
{
    /// <param name="width">Thousandths of the letters' size.</param>
    public static IReadOnlyList<IReadOnlyList<Letter>> Break(Typeface face, string text, double width)
    {
        List<IReadOnlyList<Letter>> lines = [];
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            AddLines(lines, face.Letters(paragraph), width);
        }

        return lines;
    }

    private static void AddLines(List<IReadOnlyList<Letter>> lines, IReadOnlyList<Letter> letters, double width)
    {
        var (start, chance, at, length) = (0, 0, 0, 0);
        while (at < letters.Count)
        {
            if (at > start && Kinsoku.MayBreak(letters[at - 1], letters[at]))
            {
                chance = at;
            }

            // A space at the end of a line hangs over the edge unseen.
            var isSeen = !Kinsoku.IsSpace(letters[at].Text[0]);
            if (isSeen && at > start && length + letters[at].Advance > width)
            {
                var end = chance > start ? chance : at;
                lines.Add(Trimmed(letters, start, end));
                (start, chance, at, length) = (end, end, end, 0);
            }

            length += letters[at].Advance;
            at++;
        }

        lines.Add(Trimmed(letters, start, letters.Count));
    }

    private static IReadOnlyList<Letter> Trimmed(IReadOnlyList<Letter> letters, int start, int end)
    {
        while (end > start && Kinsoku.IsSpace(letters[end - 1].Text[0]))
        {
            end--;
        }

        return [.. letters.Skip(start).Take(end - start)];
    }
}
