using System.Globalization;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>Dates, times and moments as texts (ISO 8601).</summary>
internal static class TimeText
{
    private static readonly string[] Clocks = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static TimeOnly? Clock(string text) =>
        TimeOnly.TryParseExact(text, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? clock : null;

    /// <summary>Without an offset or zone of its own (<c>Z</c>, <c>+09:00</c>, <c>@Asia/Tokyo</c>) it is a moment in <paramref name="zone"/>.</summary>
    public static DateTimeOffset? Moment(string text, TimeZoneInfo zone)
    {
        var middle = text.IndexOf('T', StringComparison.Ordinal);

        if (middle < 0 || Day(text[..middle]) is not { } day)
        {
            return null;
        }

        var rest = text[(middle + 1)..];
        var mark = rest.IndexOfAny(['Z', '+', '-', '@']);

        if (Clock(mark < 0 ? rest : rest[..mark]) is not { } clock)
        {
            return null;
        }

        if (mark < 0)
        {
            return CivilTime.At(day, clock, zone);
        }

        return rest[mark] == '@' ? InZone(day, clock, rest[(mark + 1)..]) : WithOffset(day, clock, rest[mark..]);
    }

    private static DateTimeOffset? InZone(DateOnly day, TimeOnly clock, string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? CivilTime.At(day, clock, zone) : null;

    private static DateTimeOffset? WithOffset(DateOnly day, TimeOnly clock, string text) =>
        Offset(text) is { } offset ? CivilTime.At(day, clock, offset) : null;

    private static TimeSpan? Offset(string text)
    {
        if (text is "Z")
        {
            return TimeSpan.Zero;
        }

        var sign = text[0] == '-' ? -1 : 1;

        return TimeOnly.TryParseExact(text.AsSpan(1), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var offset)
            && offset <= new TimeOnly(14, 0)
            ? sign * offset.ToTimeSpan()
            : null;
    }
}
