using System.Globalization;

namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>Events that a calendar program fetches by itself (RFC 5545, METHOD:PUBLISH).</summary>
public static class CalendarFeed
{
    /// <param name="Uid">Stays the same as long as the event is.</param>
    /// <param name="Sequence">Rises when the event is moved, so that a calendar that has it takes the new one.</param>
    /// <param name="Blocks">Whether one is busy meanwhile; a deadline blocks nothing.</param>
    public sealed record Happening(string Uid, Occasion When, string Summary, string Place, DateTimeOffset ChangedAt, int Sequence = 0, bool Blocks = true);

    public static string Of(string name, IEnumerable<Happening> happenings) =>
        string.Concat(Lines(name, happenings).Select(ContentLine.Fold));

    private static IEnumerable<string> Lines(string name, IEnumerable<Happening> happenings) =>
    [
        "BEGIN:VCALENDAR",
        "PRODID:-//OfficeWorkflow//OfficeWorkflow//JA",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        $"X-WR-CALNAME:{ContentLine.Escape(name)}",
        "X-PUBLISHED-TTL:PT1H",
        .. IcsText.Zone,
        .. happenings.SelectMany(Event),
        "END:VCALENDAR",
    ];

    private static IEnumerable<string> Event(Happening happening) =>
    [
        "BEGIN:VEVENT",
        $"UID:{ContentLine.Escape(happening.Uid)}",
        $"SEQUENCE:{happening.Sequence.ToString(CultureInfo.InvariantCulture)}",
        $"DTSTAMP:{happening.ChangedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
        .. IcsText.Times(happening.When),
        $"SUMMARY:{ContentLine.Escape(happening.Summary)}",
        .. IcsText.Optional("LOCATION", happening.Place),
        $"TRANSP:{(happening.Blocks ? "OPAQUE" : "TRANSPARENT")}",
        "END:VEVENT",
    ];
}
