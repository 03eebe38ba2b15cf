using System.Globalization;

namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>Reads what Outlook, Google and others send back. Tolerant: what is not understood is passed over.</summary>
public static class CalendarReplyReader
{
    private const int LongestText = 200_000;

    /// <returns>Null when the text is no reply with an event, an attendee and an answer.</returns>
    public static CalendarReply? Read(string text)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        var lines = ContentLine.Unfold(text).Select(ContentProperty.Read).ToList();
        var isReply = lines.Exists(static line => line.Is("METHOD") && string.Equals(line.Value.Trim(), "REPLY", StringComparison.OrdinalIgnoreCase));
        var happening = lines
            .SkipWhile(static line => !(line.Is("BEGIN") && line.Value.StartsWith("VEVENT", StringComparison.OrdinalIgnoreCase)))
            .TakeWhile(static line => !(line.Is("END") && line.Value.StartsWith("VEVENT", StringComparison.OrdinalIgnoreCase)))
            .ToList();
        var attendee = happening.Find(static line => line.Is("ATTENDEE"));
        var uid = happening.Find(static line => line.Is("UID"))?.Value.Trim();

        return isReply && !string.IsNullOrEmpty(uid) && attendee is not null && AddressIn(attendee.Value) is { } address
            ? new CalendarReply(ContentLine.Unescape(uid), SequenceOf(happening), address, AnswerOf(attendee), CommentOf(happening))
            {
                StampedAt = StampOf(happening),
            }
            : null;
    }

    private static string? AddressIn(string? named)
    {
        var value = named?.Trim() ?? "";
        var address = value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? value["mailto:".Length..] : value;

        return address.Contains('@', StringComparison.Ordinal) ? address : null;
    }

    private static Participation AnswerOf(ContentProperty attendee) => attendee.Parameter("PARTSTAT")?.ToUpperInvariant() switch
    {
        "ACCEPTED" => Participation.Accepted,
        "DECLINED" => Participation.Declined,
        "TENTATIVE" => Participation.Tentative,
        _ => Participation.NeedsAction,
    };

    private static int SequenceOf(List<ContentProperty> happening) =>
        int.TryParse(happening.Find(static line => line.Is("SEQUENCE"))?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : 0;

    private static DateTimeOffset? StampOf(List<ContentProperty> happening) =>
        DateTimeOffset.TryParseExact(
            happening.Find(static line => line.Is("DTSTAMP"))?.Value.Trim(), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    private static string CommentOf(List<ContentProperty> happening) =>
        ContentLine.Unescape(happening.Find(static line => line.Is("COMMENT"))?.Value ?? "");
}
