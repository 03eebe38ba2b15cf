namespace OfficeWorkflow.Workflows.Timing;

/// <summary>
/// What was due when the office opened on a working day, and comes late, does not come at night or on a holiday: mail would leave then.
/// </summary>
public static class OpeningHours
{
    /// <returns>The opening that something late waits for; null when it need not wait.</returns>
    public static DateTimeOffset? Wait(DateTimeOffset dueAt, DateTimeOffset now, WorkCalendar calendar) =>
        IsOpening(dueAt, calendar) && OpenHours.OnOrAfter(now, calendar) is { } opening && opening > now ? opening : null;

    /// <summary>When something that is due at a moment comes, seen from now.</summary>
    public static DateTimeOffset ComesAt(DateTimeOffset dueAt, DateTimeOffset now, WorkCalendar calendar) =>
        dueAt > now ? dueAt : Wait(dueAt, now, calendar) ?? now;

    private static bool IsOpening(DateTimeOffset at, WorkCalendar calendar)
    {
        var day = CivilTime.DayOf(at, calendar.Zone);
        return calendar.IsWorkingDay(day) && CivilTime.At(day, calendar.OpensAt, calendar.Zone) == at;
    }
}
