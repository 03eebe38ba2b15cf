namespace OfficeWorkflow.Workflows.Checking;

/// <summary>Which name somebody most likely meant.</summary>
internal static class Spelling
{
    /// <summary>The known name with the fewest letters to change, where that is at most a third of them; null where none is so near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var most = Math.Max(1, name.Length / 3);

        return known
            .Where(other => Math.Abs(other.Length - name.Length) <= most)
            .Select(other => (Name: other, Changes: Changes(name, other)))
            .Where(one => one.Changes <= most)
            .OrderBy(static one => one.Changes)
            .ThenBy(static one => one.Name, StringComparer.Ordinal)
            .Select(static one => one.Name)
            .FirstOrDefault();
    }

    /// <summary>Letters put in, left out or replaced (Levenshtein); case does not count.</summary>
    private static int Changes(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var at = 1; at <= left.Length; at++)
        {
            var diagonal = row[0];
            row[0] = at;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(left[at - 1]) == char.ToUpperInvariant(right[column - 1]) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[^1];
    }
}
