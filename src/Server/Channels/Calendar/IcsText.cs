using System.Globalization;
using System.Text;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>An invitation as iCalendar text (RFC 5545, RFC 5546); the list it keeps to is <c>IcsTextTests</c>.</summary>
public static class IcsText
{
    public const string FileName = "invite.ics";

    private const string Tokyo = "Asia/Tokyo";

    public static string Of(Invitation invitation)
    {
        if (invitation.Organizer.Reaches(invitation.Recipient.Address))
        {
            throw new ArgumentException("A calendar ignores an invitation that its own mailbox sent.", nameof(invitation));
        }

        var text = new StringBuilder();

        foreach (var line in Lines(invitation))
        {
            text.Append(ContentLine.Fold(line));
        }

        return text.ToString();
    }

    public static string MethodOf(Invitation invitation) => invitation.Method is CalendarMethod.Cancel ? "CANCEL" : "REQUEST";

    /// <summary>The same message for an attendee whose address was corrected.</summary>
    public static string Readdressed(string text, string before, string after) =>
        string.Concat(ContentLine.Unfold(text).Select(line => ContentLine.Fold(
            line.StartsWith("ATTENDEE", StringComparison.Ordinal) && line.EndsWith($":mailto:{before}", StringComparison.OrdinalIgnoreCase)
                ? line[..^before.Length] + after
                : line)));

    private static IEnumerable<string> Lines(Invitation invitation) =>
    [
        "BEGIN:VCALENDAR",
        "PRODID:-//OfficeWorkflow//OfficeWorkflow//JA",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        $"METHOD:{MethodOf(invitation)}",
        .. invitation.When is Occasion.Hours ? Zone : [],
        "BEGIN:VEVENT",
        $"UID:{ContentLine.Escape(invitation.Uid)}",
        $"SEQUENCE:{invitation.Sequence.ToString(CultureInfo.InvariantCulture)}",
        $"DTSTAMP:{invitation.StampedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
        .. Times(invitation.When),
        $"SUMMARY:{ContentLine.Escape(invitation.Summary)}",
        .. Optional("DESCRIPTION", invitation.Description),
        .. Optional("LOCATION", invitation.Place),
        $"ORGANIZER;CN={ContentLine.Quote(invitation.Organizer.Name)}:mailto:{invitation.Organizer.Address}",
        .. invitation.Listed.Select(Line),
        .. Status(invitation),
        "TRANSP:OPAQUE",
        "END:VEVENT",
        "END:VCALENDAR",
    ];

    internal static string[] Zone { get; } =
    [
        "BEGIN:VTIMEZONE",
        $"TZID:{Tokyo}",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0900",
        "TZOFFSETTO:+0900",
        "TZNAME:JST",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];

    internal static string[] Times(Occasion when) => when switch
    {
        Occasion.Hours hours => [$"DTSTART;TZID={Tokyo}:{Local(hours.From)}", $"DTEND;TZID={Tokyo}:{Local(hours.To)}"],
        Occasion.Days days => [$"DTSTART;VALUE=DATE:{Day(days.First)}", $"DTEND;VALUE=DATE:{Day(days.Last.AddDays(1))}"],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Local(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, WorkCalendar.Tokyo).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    internal static string[] Optional(string name, string text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [$"{name}:{ContentLine.Escape(text)}"];

    private static string Line(Attendee attendee)
    {
        var role = attendee switch
        {
            { IsHost: true } => "CHAIR",
            { IsOptional: true } => "OPT-PARTICIPANT",
            _ => "REQ-PARTICIPANT",
        };

        return $"ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION;CUTYPE=INDIVIDUAL;ROLE={role};CN={ContentLine.Quote(attendee.Mailbox.Name)}"
            + $":mailto:{attendee.Mailbox.Address}";
    }

    /// <summary>RFC 5546, 3.2.5: the status is CANCELLED for the whole event only, not for one who is taken off.</summary>
    private static string[] Status(Invitation invitation) => invitation switch
    {
        { Method: CalendarMethod.Request } => ["STATUS:CONFIRMED"],
        { IsOneRemoved: false } => ["STATUS:CANCELLED"],
        _ => [],
    };
}
