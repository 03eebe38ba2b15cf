using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Running.Timers;

/// <summary>
/// What was due when the office opened on a working day, and is late because the server was down, does not fire at night or on a
/// holiday: mail would leave then.
/// </summary>
internal static class OfficeHours
{
    /// <returns>When it may fire; null for now.</returns>
    public static async Task<DateTimeOffset?> WaitAsync(OfficeDb db, TimerEntry timer, OfficeCalendars calendars, DateTimeOffset now, CancellationToken stop)
    {
        var calendar = await calendars.OfAsync(db, timer.OfficeId, stop);
        return IsOpening(timer.DueAt, calendar) ? NextOpening(now, calendar) : null;
    }

    private static bool IsOpening(DateTimeOffset at, WorkCalendar calendar)
    {
        var day = CivilTime.DayOf(at, calendar.Zone);
        return calendar.IsWorkingDay(day) && CivilTime.At(day, calendar.OpensAt, calendar.Zone) == at;
    }

    private static DateTimeOffset? NextOpening(DateTimeOffset now, WorkCalendar calendar)
    {
        var today = CivilTime.DayOf(now, calendar.Zone);
        var opensAt = CivilTime.At(today, calendar.OpensAt, calendar.Zone);
        if (calendar.IsWorkingDay(today) && now < CivilTime.At(today, calendar.ClosesAt, calendar.Zone))
        {
            return now < opensAt ? opensAt : null;
        }

        return BusinessDays.Add(today, 1, calendar) is { } next ? CivilTime.At(next, calendar.OpensAt, calendar.Zone) : null;
    }
}
