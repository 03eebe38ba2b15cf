using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>Days of a meeting as moments.</summary>
internal static class MeetingDays
{
    /// <summary>The end of a civil day in Tokyo.</summary>
    public static DateTimeOffset EndOf(DateOnly day) =>
        CivilTime.At(day.AddDays(1), TimeOnly.MinValue, WorkCalendar.Tokyo) ?? throw new ArgumentOutOfRangeException(nameof(day));

    /// <summary>A clock of Tokyo on a day as a moment.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly clock)
    {
        var local = day.ToDateTime(clock);

        return new DateTimeOffset(local, WorkCalendar.Tokyo.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>An opinion helps when it is there before the meeting; when that is near, on the day itself.</summary>
    public static DateOnly OpinionBy(Meeting meeting, DateTimeOffset at)
    {
        var today = JapaneseEra.DayInTokyo(at);
        var before = meeting.Chosen is { } chosen ? JapaneseEra.DayInTokyo(chosen.StartsAt).AddDays(-1) : today.AddDays(7);

        return before > today ? before : today;
    }
}
