using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>The header of a mail or of one of its parts (RFC 5322, 2045, 2047).</summary>
internal sealed partial class MailHeaders
{
    private readonly List<KeyValuePair<string, string>> lines = [];

    /// <summary>The first header of that name, unfolded; empty where there is none.</summary>
    public string this[string name] => All(name).FirstOrDefault("");

    public bool IsEmpty => lines.Count == 0;

    /// <param name="text">Lines that end with LF.</param>
    public static MailHeaders Read(string text)
    {
        var headers = new MailHeaders();
        foreach (var line in Unfold(text))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[..colon].All(static c => c is > ' ' and < '\x7f'))
            {
                headers.lines.Add(KeyValuePair.Create(line[..colon], line[(colon + 1)..].Trim()));
            }
        }

        return headers;
    }

    public IEnumerable<string> All(string name) =>
        lines.Where(line => string.Equals(line.Key, name, StringComparison.OrdinalIgnoreCase)).Select(static line => line.Value);

    /// <summary>The value before the first semicolon under the empty name, and the parameters after it by their lower-case names.</summary>
    public IReadOnlyDictionary<string, string> Parameters(string name)
    {
        var value = this[name];
        var read = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = value.Split(';')[0].Trim() };
        foreach (Match found in Parameter().Matches(value))
        {
            read.TryAdd(found.Groups["name"].Value.ToLowerInvariant(), found.Groups["quoted"].Success ? found.Groups["quoted"].Value : found.Groups["plain"].Value);
        }

        return read;
    }

    /// <summary>The addresses of a header, without their names; what is no address is passed over.</summary>
    public IEnumerable<string> Addresses(string name) =>
        from header in All(name)
        from Match found in Address().Matches(Quoted().Replace(header, ""))
        where MailAddress.TryCreate(found.Value, out _)
        select found.Value;

    /// <summary>Text with its encoded words read; what cannot be read stays as it is.</summary>
    public static string DecodeWords(string text) => Word().Replace(BetweenWords().Replace(text, "?==?"), static found =>
    {
        var octets = Encoding.Latin1.GetBytes(found.Groups["text"].Value);
        var bytes = found.Groups["coding"].Value is "B" or "b" ? TransferCoding.Base64(octets) : TransferCoding.Quoted(octets, isHeader: true);

        return MailCharset.Decode(bytes, found.Groups["charset"].Value.Split('*')[0]);
    });

    private static IEnumerable<string> Unfold(string text)
    {
        var line = new StringBuilder();
        foreach (var part in text.Split('\n'))
        {
            if (part is [' ' or '\t', ..] && line.Length > 0)
            {
                line.Append(' ').Append(part.Trim());
                continue;
            }

            yield return line.ToString();
            line.Clear().Append(part);
        }

        yield return line.ToString();
    }

    [GeneratedRegex(""";\s*(?<name>[\w-]+)\s*=\s*(?:"(?<quoted>[^"]*)"|(?<plain>[^;\s]*))""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"[^\s<>"",;:()]+@[^\s<>"",;:()]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Address();

    [GeneratedRegex(@"""[^""]*""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"=\?(?<charset>[^?\s]+)\?(?<coding>[BbQq])\?(?<text>[^?\s]*)\?=", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Word();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex BetweenWords();
}
