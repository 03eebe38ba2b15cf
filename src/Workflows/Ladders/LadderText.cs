using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Ladders;

/// <summary>Puts changed rungs into the .bpmn text: numbers, roles and the labels that say them; every other character stays.</summary>
public static partial class LadderText
{
    /// <returns>Null where the text is written so that it cannot be changed this way.</returns>
    public static string? Change(string source, IReadOnlyCollection<Rung> wanted)
    {
        // Places in the text are counted from behind a byte order mark, as the reader counts them.
        var text = source.TrimStart('\uFEFF');
        if (SafeXml.Load(text).Root is not { } root)
        {
            return null;
        }

        var places = new Places(text);
        var edits = wanted.SelectMany(rung => EditsOf(rung, root, places)).OrderByDescending(static edit => edit.From);
        var changed = edits.Aggregate(text, static (now, edit) => string.Concat(now.AsSpan(0, edit.From), edit.Text, now.AsSpan(edit.To)));
        var rungs = LadderReader.Read(changed).SelectMany(static ladder => ladder.Rungs).ToDictionary(static rung => rung.Id, StringComparer.Ordinal);

        return wanted.All(rung => rungs.TryGetValue(rung.Id, out var now) && Same(now, rung))
            ? source[..^text.Length] + changed
            : null;
    }

    private static bool Same(Rung now, Rung wanted) =>
        string.Equals(now.Formula, wanted.Formula, StringComparison.Ordinal)
        && (wanted is not Rung.Escalation { Told: var told } || now is Rung.Escalation escalation && told.Select(static one => one.Role).SequenceEqual(escalation.Told.Select(static one => one.Role), StringComparer.Ordinal));

    private static IEnumerable<Edit> EditsOf(Rung rung, XElement root, Places places)
    {
        if (LadderReader.Find(root, rung.Id) is not { } edge || LadderReader.TimerOf(edge) is not var (formula, _))
        {
            yield break;
        }

        yield return places.ContentOf(formula) with { Text = rung.Formula };

        if ((string?)edge.Attribute("name") is { } label && Relabelled(label, rung) is { } words && places.AttributeOf(edge, "name") is { } place)
        {
            yield return place with { Text = words };
        }

        foreach (var told in (rung as Rung.Escalation)?.Told ?? [])
        {
            if (LadderReader.Find(root, told.StepId) is { } step && LadderReader.RoleInputOf(step) is { } input)
            {
                var content = places.ContentOf(input);
                yield return content with { Text = LadderReader.Role().Replace(content.Text, told.Role, count: 1) };
            }
        }
    }

    /// <summary>A label that says the old numbers says the new ones; any other stays.</summary>
    private static string? Relabelled(string label, Rung rung) => rung switch
    {
        Rung.Reminder when RepeatLabel().IsMatch(label) => rung.Words,
        Rung.Escalation { After: var after } when DaysLabel().IsMatch(label) => DaysLabel().Replace(label, $"{after}営業日"),
        Rung.Deadline { After: var after } when DaysLabel().IsMatch(label) => DaysLabel().Replace(label, $"{after}営業日"),
        _ => null,
    };

    [GeneratedRegex("^(?:[0-9]+営業日後から)?[0-9]+営業日ごとに(?:[0-9]+回まで|何回でも)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex RepeatLabel();

    [GeneratedRegex("^[0-9]+営業日", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex DaysLabel();

    /// <summary>A piece of the text, and what comes in its place.</summary>
    private sealed record Edit(int From, int To, string Text);

    /// <summary>Where in the text the parts of an element stand.</summary>
    private sealed class Places(string text)
    {
        private readonly List<int> lines = [0, .. Enumerable.Range(0, text.Length).Where(at => text[at] is '\n' || (text[at] is '\r' && (at + 1 == text.Length || text[at + 1] is not '\n'))).Select(static at => at + 1)];

        public Edit ContentOf(XElement element)
        {
            var from = EndOfStart(element) + 1;
            var to = text.IndexOf('<', from);
            return new Edit(from, to, text[from..to]);
        }

        public Edit? AttributeOf(XElement element, string name)
        {
            var start = StartOf(element);
            var found = Regex.Match(text[start..EndOfStart(element)], $"""(?<=\s{name}\s*=\s*["'])[^"'<]*(?=["'])""", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(500));
            return found.Success ? new Edit(start + found.Index, start + found.Index + found.Length, found.Value) : null;
        }

        private int StartOf(XElement element)
        {
            var line = (IXmlLineInfo)element;
            return lines[line.LineNumber - 1] + line.LinePosition - 1;
        }

        /// <summary>The bracket that ends the start tag; one inside an attribute does not.</summary>
        private int EndOfStart(XElement element)
        {
            var quote = '\0';
            for (var at = StartOf(element); at < text.Length; at++)
            {
                if (quote is '\0' && text[at] is '>')
                {
                    return at;
                }

                quote = (quote, text[at]) switch
                {
                    ('\0', '"' or '\'') => text[at],
                    (not '\0', var mark) when mark == quote => '\0',
                    _ => quote,
                };
            }

            throw new System.Diagnostics.UnreachableException("The text was read as XML.");
        }
    }
}
