using System.Globalization;
using OfficeWorkflow.Workflows.Expressions;

namespace OfficeWorkflow.Workflows.Timing;

/// <summary>
/// A repeating interval of ISO 8601: <c>R3/P3D</c>, <c>R/P1M</c>, <c>R5/2026-04-01T09:00+09:00/P1D</c>, <c>R2/2026-04-01/2026-04-03</c>, and
/// <c>R3/P1D/2026-04-03T09:00+09:00</c>, which falls due for the last time at its end.
/// </summary>
/// <param name="Times">How often it falls due; null for ever.</param>
/// <param name="Start">The first time; null when it counts from the moment at which it is armed, and then falls due one length later.</param>
public sealed record IsoRepeat(int? Times, DateTimeOffset? Start, IsoDuration Every)
{
    /// <summary>Null when the text is no repeating interval.</summary>
    /// <param name="zone">Zone of a start that has none.</param>
    public static IsoRepeat? Read(string text, TimeZoneInfo zone)
    {
        var parts = text.Split('/');

        if (parts.Length is not (2 or 3) || !ReadTimes(parts[0], out var times))
        {
            return null;
        }

        if (parts.Length == 2)
        {
            return IsoDuration.Read(parts[1]) is { IsPositive: true } every ? new IsoRepeat(times, Start: null, every) : null;
        }

        if (IsoDuration.Read(parts[1]) is { IsPositive: true } back)
        {
            return times is { } count && Moment(parts[2], zone) is { } last && FirstOf(count, back, last, zone) is { } first ? new IsoRepeat(times, first, back) : null;
        }

        if (Moment(parts[1], zone) is not { } start)
        {
            return null;
        }

        var length = IsoDuration.Read(parts[2]) ?? (Moment(parts[2], zone) is { } end && end > start ? new IsoDuration(Months: 0, Days: 0, end - start) : null);

        return length is { IsPositive: true } ? new IsoRepeat(times, start, length) : null;
    }

    public override string ToString()
    {
        var start = Start is { } moment ? moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture) + "/" : string.Empty;

        return $"R{Times?.ToString(CultureInfo.InvariantCulture)}/{start}{Every}";
    }

    /// <summary>Null where the last cannot be reached from it: the 31st is no month after any 28th.</summary>
    private static DateTimeOffset? FirstOf(int times, IsoDuration every, DateTimeOffset last, TimeZoneInfo zone) =>
        every.After(last, zone, 1 - times) is { } first && every.After(first, zone, times - 1) == last ? first : null;

    private static DateTimeOffset? Moment(string text, TimeZoneInfo zone) =>
        TimeText.Moment(text, zone) ?? (TimeText.Day(text) is { } day ? CivilTime.At(day, TimeOnly.MinValue, zone) : null);

    private static bool ReadTimes(string text, out int? times)
    {
        times = null;

        if (text is "R")
        {
            return true;
        }

        if (text.StartsWith('R') && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            times = count;
            return true;
        }

        return false;
    }
}
