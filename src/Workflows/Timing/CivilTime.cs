namespace OfficeWorkflow.Workflows.Timing;

/// <summary>Between moments and what a clock on the wall of a zone shows.</summary>
public static class CivilTime
{
    public static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>
    /// The moment at which the clock of the zone shows this. A time that a change of clocks skips is taken as long after
    /// the change as it would have been; of a time that comes twice, the first is taken. Null outside the calendar.
    /// </summary>
    public static DateTimeOffset? At(DateOnly day, TimeOnly clock, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(clock);

        if (zone.IsInvalidTime(local))
        {
            return At(day, clock, zone.GetUtcOffset(local.AddDays(-1)), zone);
        }

        return At(day, clock, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }

    public static DateTimeOffset? At(DateOnly day, TimeOnly clock, TimeSpan offset)
    {
        var local = day.ToDateTime(clock);
        var utc = local.Ticks - offset.Ticks;

        return utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks ? new DateTimeOffset(local, offset) : null;
    }

    private static DateTimeOffset? At(DateOnly day, TimeOnly clock, TimeSpan offsetBefore, TimeZoneInfo zone) =>
        At(day, clock, offsetBefore) is { } moment ? TimeZoneInfo.ConvertTime(moment, zone) : null;
}
