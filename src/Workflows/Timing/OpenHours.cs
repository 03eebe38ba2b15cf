namespace OfficeWorkflow.Workflows.Timing;

/// <summary>When the office next has its door open: what an office does by itself, it does then.</summary>
public static class OpenHours
{
    /// <returns>The moment itself while the office is open, else the next opening; null when the calendar has none within a year.</returns>
    public static DateTimeOffset? OnOrAfter(DateTimeOffset moment, WorkCalendar calendar)
    {
        var day = CivilTime.DayOf(moment, calendar.Zone);
        if (calendar.IsWorkingDay(day) && moment < CivilTime.At(day, calendar.ClosesAt, calendar.Zone))
        {
            var opens = CivilTime.At(day, calendar.OpensAt, calendar.Zone);
            return moment < opens ? opens : moment;
        }

        return BusinessDays.Next(day, calendar) is { } next ? CivilTime.At(next, calendar.OpensAt, calendar.Zone) : null;
    }
}
