using System.Globalization;
using System.Text;
using OfficeWorkflow.Server.Channels.Calendar;

namespace OfficeWorkflow.Server.Channels.Mail.Mime;

/// <summary>
/// A draft as RFC 5322 and MIME bytes; the same draft gives the same bytes. All bodies are base64, so no line is long,
/// begins with a dot or carries eight bits.
/// </summary>
public static class MimeText
{
    private const string Utf8 = "UTF-8";

    public static OutgoingMail Compose(MailDraft draft) =>
        new(draft.From.Address, draft.To.Address, draft.MessageId, Encoding.ASCII.GetBytes(Write(draft)));

    private static string Write(MailDraft draft)
    {
        var boundary = draft.Id.ToString("n", CultureInfo.InvariantCulture);
        var text = new StringBuilder();

        foreach (var (name, value) in Headers(draft))
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        var body = Multipart("alternative", $"a-{boundary}", Alternatives(draft));

        return text
            .Append(draft.Calendar is { } calendar ? Multipart("mixed", $"m-{boundary}", [body, File(calendar)]) : body)
            .ToString();
    }

    private static IEnumerable<(string Name, string Value)> Headers(MailDraft draft)
    {
        yield return ("Date", draft.WrittenAt.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
            + draft.WrittenAt.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal));
        yield return ("From", EncodedWord.Of(draft.From));
        yield return ("To", EncodedWord.Of(draft.To));
        yield return ("Subject", EncodedWord.Of(OneLine(draft.Subject)));
        yield return ("Message-ID", draft.MessageId);
        yield return ("Auto-Submitted", "auto-generated");
        yield return ("MIME-Version", "1.0");
    }

    /// <summary>A line break in a subject would begin a header of its own.</summary>
    private static string OneLine(string subject) =>
        subject.Any(char.IsControl) ? throw new ArgumentException("A subject is one line.", nameof(subject)) : subject;

    private static IEnumerable<string> Alternatives(MailDraft draft)
    {
        yield return Part($"text/plain; charset={Utf8}", null, Encoding.UTF8.GetBytes(draft.Text.ReplaceLineEndings("\r\n")));
        yield return Part($"text/html; charset={Utf8}", null, Encoding.UTF8.GetBytes(draft.Html));

        // Last, so that a reader that knows calendars prefers it.
        if (draft.Calendar is { } calendar)
        {
            yield return Part($"text/calendar; method={calendar.Method}; charset={Utf8}", null, Encoding.UTF8.GetBytes(calendar.Text));
        }
    }

    private static string File(CalendarPart calendar) => Part("application/ics", IcsText.FileName, Encoding.UTF8.GetBytes(calendar.Text));

    private static string Multipart(string kind, string boundary, IEnumerable<string> parts)
    {
        var text = new StringBuilder($"Content-Type: multipart/{kind};\r\n boundary=\"{boundary}\"\r\n\r\n");

        foreach (var part in parts)
        {
            text.Append("--").Append(boundary).Append("\r\n").Append(part).Append("\r\n");
        }

        return text.Append("--").Append(boundary).Append("--\r\n").ToString();
    }

    private static string Part(string contentType, string? fileName, ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder($"Content-Type: {contentType}");

        if (fileName is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"; name=\"{fileName}\"\r\nContent-Disposition: attachment; filename=\"{fileName}\"");
        }

        return text
            .Append("\r\nContent-Transfer-Encoding: base64\r\n\r\n")
            .Append(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks))
            .Append("\r\n")
            .ToString();
    }
}
