using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Server.Tests.Killing;

/// <summary>
/// The values of a worked case as fields of the form that a page shows: choices named by what they say (<c>label:</c>, <c>part:</c>) are looked
/// up on the page, moments fall into day and time, lists into rows.
/// </summary>
internal static class TypedForm
{
    private const string FilePrefix = "file:";

    public static IEnumerable<(string Name, string Value)> Of(JsonObject values, string html) =>
        values.SelectMany(entry => Of(entry.Key, entry.Value!, html)).Concat(Counts(values));

    /// <summary>How many rows each list needs.</summary>
    public static IEnumerable<(string Name, string Value)> Counts(JsonObject values) =>
        from entry in values
        where IsRows(entry.Value)
        select ($"{entry.Key}.rows", entry.Value!.AsArray().Count.ToString(CultureInfo.InvariantCulture));

    public static (string Name, string FileName)? FileIn(JsonObject values)
    {
        foreach (var (name, value) in values)
        {
            if (value is JsonValue && Text(value).StartsWith(FilePrefix, StringComparison.Ordinal))
            {
                return (name, Text(value)[FilePrefix.Length..]);
            }
        }

        return null;
    }

    private static bool IsRows(JsonNode? value) => value is JsonArray { Count: > 0 } list && list[0] is JsonObject;

    private static IEnumerable<(string Name, string Value)> Of(string name, JsonNode value, string html)
    {
        switch (value)
        {
            case JsonArray rows when IsRows(rows):
                return rows.SelectMany((row, index) => row!.AsObject().SelectMany(
                    field => Of(string.Create(CultureInfo.InvariantCulture, $"{name}.{index}.{field.Key}"), field.Value!, html)));
            case JsonArray chosen:
                return chosen.Select(one => (name, Text(one!)));
            default:
                return Of(name, Text(value), html);
        }
    }

    private static IEnumerable<(string Name, string Value)> Of(string name, string text, string html)
    {
        if (text.StartsWith(FilePrefix, StringComparison.Ordinal))
        {
            return [];
        }

        if (html.Contains($"name=\"{name}.time\"", StringComparison.Ordinal) && text.Split('T') is [var day, var time])
        {
            return [(name, day), ($"{name}.time", time)];
        }

        var said = text.StartsWith("label:", StringComparison.Ordinal) || text.StartsWith("part:", StringComparison.Ordinal)
            ? text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]
            : null;
        return [(name, said is null ? Option(name, text, html) ?? text : Option(name, said, html) ?? Labelled(name, said, html))];
    }

    private static string Text(JsonNode value) => value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    /// <returns>Null where the name is no select with such an option.</returns>
    private static string? Option(string name, string said, string html)
    {
        var select = Regex.Match(html, $"<select[^>]* name=\"{Regex.Escape(name)}\"[^>]*>(?<options>.*?)</select>", RegexOptions.Singleline, TimeSpan.FromSeconds(5));
        var options = Regex.Matches(select.Groups["options"].Value, "<option value=\"(?<value>[^\"]*)\"[^>]*>(?<label>[^<]*)", RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(static option => (Value: WebUtility.HtmlDecode(option.Groups["value"].Value), Label: WebUtility.HtmlDecode(option.Groups["label"].Value)))
            .ToList();
        return options.Where(option => option.Value == said || option.Label == said)
            .Concat(options.Where(option => option.Label.Contains(said, StringComparison.Ordinal)))
            .Select(static option => option.Value)
            .FirstOrDefault();
    }

    private static string Labelled(string name, string said, string html)
    {
        var inputs = Regex.Matches(html, $"<input[^>]* name=\"{Regex.Escape(name)}\" value=\"(?<value>[^\"]*)\"[^>]*>(?<label>[^<]*)", RegexOptions.None, TimeSpan.FromSeconds(5));
        var input = inputs.FirstOrDefault(input => WebUtility.HtmlDecode(input.Groups["label"].Value).Contains(said, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The page has no choice 「{said}」 of {name}.");
        return WebUtility.HtmlDecode(input.Groups["value"].Value);
    }
}
