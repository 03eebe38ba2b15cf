using System.Text.RegularExpressions;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>What a wording asks to be filled in: <c>{{name}}</c>, and <c>{{#if}}</c>, <c>{{#unless}}</c>, <c>{{#each}}</c> around them.</summary>
internal static partial class Placeholders
{
    /// <summary>Root names, in order, each once.</summary>
    /// <param name="wording">Fields of an item inside <c>{{#each}}</c> belong to the list and are left out.</param>
    public static IReadOnlyList<string> Of(MailWording wording) =>
        [.. Marks(wording).Where(static mark => mark.Depth == 0).Select(static mark => Root(mark.Name)).Distinct(StringComparer.Ordinal)];

    /// <summary>Names that the wording itself asks about, so that they may be empty.</summary>
    public static IReadOnlyList<string> Optional(MailWording wording) =>
        [.. Marks(wording).Where(static mark => mark.Word is "if" or "unless" or "each").Select(static mark => Root(mark.Name)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(string Word, string Name, int Depth)> Marks(MailWording wording)
    {
        var depth = 0;

        foreach (var groups in Mark().Matches($"{wording.Subject}\n{wording.Body}").Select(static match => match.Groups))
        {
            var (close, word, name) = (groups["close"].Success, groups["word"].Value, groups["name"].Value);
            depth -= close && string.Equals(name, "each", StringComparison.Ordinal) ? 1 : 0;

            if (!close && name is not ("" or "else" or "this"))
            {
                yield return (word, name, depth);
            }

            depth += string.Equals(word, "each", StringComparison.Ordinal) ? 1 : 0;
        }
    }

    private static string Root(string name) => name.Split('.')[0];

    [GeneratedRegex(@"\{\{\{?~?\s*(?:(?<close>/)|#(?<word>\w+)\s+)?\s*(?<name>[\p{L}_@][\p{L}\p{N}_.]*)?[^}]*\}\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Mark();
}
