namespace OfficeWorkflow.Workflows.Timing;

/// <summary>Counting working days (営業日). The first day never counts (初日不算入), unless the name says otherwise.</summary>
public static class BusinessDays
{
    private const int LongestClosure = 366;

    /// <summary>
    /// The n-th working day after a day (before it, when n is negative); 0 is the day itself. Null when the calendar
    /// has no working day for a year, or the count leaves it.
    /// </summary>
    public static DateOnly? Add(DateOnly day, int count, WorkCalendar calendar)
    {
        DateOnly? reached = day;

        for (var i = 0; i < Math.Abs(count) && reached is { } from; i++)
        {
            reached = count > 0 ? Next(from, calendar) : Previous(from, calendar);
        }

        return reached;
    }

    /// <summary>How many working days come after the first day, up to and with the last; negative when the last lies before.</summary>
    public static int Between(DateOnly first, DateOnly last, WorkCalendar calendar) =>
        first <= last ? Count(first, last, calendar) : -Count(after: last, upTo: first, calendar);

    /// <summary>The first working day after this day.</summary>
    public static DateOnly? Next(DateOnly day, WorkCalendar calendar) => Seek(day, first: 1, calendar);

    /// <summary>The last working day before this day.</summary>
    public static DateOnly? Previous(DateOnly day, WorkCalendar calendar) => Seek(day, first: -1, calendar);

    /// <summary>This day when the office works, else the next working day (翌営業日).</summary>
    public static DateOnly? OnOrAfter(DateOnly day, WorkCalendar calendar) => calendar.IsWorkingDay(day) ? day : Next(day, calendar);

    /// <summary>This day when the office works, else the last working day before (前営業日).</summary>
    public static DateOnly? OnOrBefore(DateOnly day, WorkCalendar calendar) => calendar.IsWorkingDay(day) ? day : Previous(day, calendar);

    private static int Count(DateOnly after, DateOnly upTo, WorkCalendar calendar) =>
        Enumerable.Range(after.DayNumber + 1, upTo.DayNumber - after.DayNumber)
            .Count(number => calendar.IsWorkingDay(DateOnly.FromDayNumber(number)));

    private static DateOnly? Seek(DateOnly day, int first, WorkCalendar calendar)
    {
        for (var step = 1; step <= LongestClosure; step++)
        {
            var number = day.DayNumber + (step * first);

            if (number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber)
            {
                return null;
            }

            if (calendar.IsWorkingDay(DateOnly.FromDayNumber(number)))
            {
                return DateOnly.FromDayNumber(number);
            }
        }

        return null;
    }
}
