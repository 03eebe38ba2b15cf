using System.Text.RegularExpressions;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>What a wording asks to be filled in: <c>{{name}}</c>, and <c>{{#if}}</c>, <c>{{#unless}}</c>, <c>{{#each}}</c> around them.</summary>
internal static partial class Placeholders
{
    /// <summary>Root names, in order, each once. Fields of an item inside <c>{{#each}}</c> belong to the list and are left out.</summary>
    public static IReadOnlyList<string> Of(MailWording wording) =>
        [.. Marks(wording).Where(static mark => mark.List is null).Select(static mark => Root(mark.Name)).Distinct(StringComparer.Ordinal)];

    /// <summary>Names that the wording itself asks about, so that they may be empty.</summary>
    public static IReadOnlyList<string> Optional(MailWording wording) =>
        [.. Marks(wording).Where(static mark => mark.Word is "if" or "unless" or "each").Select(static mark => Root(mark.Name)).Distinct(StringComparer.Ordinal)];

    /// <summary>Lists, and what their items are asked for.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Items(MailWording wording)
    {
        var marks = Marks(wording).ToList();

        return marks
            .Where(static mark => mark is { Word: "each", List: null })
            .Select(static mark => mark.Name)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                static list => list,
                list => (IReadOnlyList<string>)[.. marks.Where(mark => string.Equals(mark.List, list, StringComparison.Ordinal)).Select(static mark => Root(mark.Name)).Distinct(StringComparer.Ordinal)],
                StringComparer.Ordinal);
    }

    /// <summary>What a name is asked for by dots.</summary>
    public static IReadOnlyList<string> Fields(MailWording wording, string name) =>
    [
        .. Marks(wording)
            .Where(mark => mark.List is null && mark.Name.StartsWith(name + ".", StringComparison.Ordinal))
            .Select(static mark => mark.Name.Split('.')[1])
            .Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<(string Word, string Name, string? List)> Marks(MailWording wording)
    {
        var lists = new Stack<string>();

        foreach (var groups in Mark().Matches($"{wording.Subject}\n{wording.Body}").Select(static match => match.Groups))
        {
            var (close, word, name) = (groups["close"].Success, groups["word"].Value, groups["name"].Value);

            if (close && string.Equals(name, "each", StringComparison.Ordinal))
            {
                lists.TryPop(out _);
            }
            else if (!close && name is not ("" or "else" or "this"))
            {
                yield return (word, name, lists.LastOrDefault());
            }

            if (string.Equals(word, "each", StringComparison.Ordinal))
            {
                lists.Push(name);
            }
        }
    }

    private static string Root(string name) => name.Split('.')[0];

    [GeneratedRegex(@"\{\{\{?~?\s*(?:(?<close>/)|#(?<word>\w+)\s+)?\s*(?<name>[\p{L}_@][\p{L}\p{N}_.]*)?[^}]*\}\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Mark();
}
