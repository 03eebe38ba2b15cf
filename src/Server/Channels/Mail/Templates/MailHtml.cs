using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>
/// The finished text as HTML: paragraphs, and an address alone on its line as a button named by the line before it when that ends with a
/// colon. Nothing is loaded from anywhere, and sizes grow with the reader's.
/// </summary>
public static partial class MailHtml
{
    private const string Button =
        "display:inline-block;padding:0.75em 1.5em;background:#00118f;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:8px";

    public static string Of(string title, string text)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
            .Append(WebUtility.HtmlEncode(title))
            .Append("</title></head>\n<body style=\"margin:0;background:#ffffff;color:#1a1a1a\">\n")
            .Append("<div style=\"max-width:40em;margin:0 auto;padding:1em;font-family:sans-serif;font-size:1.125em;line-height:1.8;overflow-wrap:anywhere\">\n");

        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append(Paragraph(paragraph.Trim('\n').Split('\n')));
        }

        return html.Append("</div>\n</body></html>\n").ToString();
    }

    /// <summary>Escaped text in which addresses can be followed.</summary>
    public static string Linked(string text) =>
        Address().Replace(WebUtility.HtmlEncode(text), static match => $"<a href=\"{match.Value}\" rel=\"noreferrer\">{match.Value}</a>");

    private static string Paragraph(string[] lines)
    {
        var html = new StringBuilder("<p>");

        for (var at = 0; at < lines.Length; at++)
        {
            var names = at + 1 < lines.Length && IsAddress(lines[at + 1]) && lines[at].TrimEnd() is [.., ':' or '：'];

            if (IsAddress(lines[at]))
            {
                var label = at > 0 && lines[at - 1].TrimEnd() is [.. var words, ':' or '：'] ? words : "ページを開く";
                html.Append(ButtonOf(lines[at].Trim(), label));
            }
            else if (!names)
            {
                html.Append(Linked(lines[at])).Append("<br>\n");
            }
        }

        return html.Append("</p>\n").ToString();
    }

    private static string ButtonOf(string address, string label)
    {
        var encoded = WebUtility.HtmlEncode(address);

        return $"<a href=\"{encoded}\" style=\"{Button}\">{WebUtility.HtmlEncode(label)}</a><br>\n<span style=\"font-size:0.875em\">{encoded}</span><br>\n";
    }

    private static bool IsAddress(string line) => line.Trim() is { Length: > 0 } trimmed && Address().Match(trimmed).Length == trimmed.Length;

    /// <summary>Plain addresses of the web only; what looks like closing punctuation stays outside.</summary>
    [GeneratedRegex(@"https?://[!-~]*[A-Za-z0-9/_=\-*]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Address();
}
