using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>Until when participants may answer.</summary>
internal static class MeetingDays
{
    /// <summary>The end of a civil day in Tokyo.</summary>
    public static DateTimeOffset EndOf(DateOnly day) =>
        CivilTime.At(day.AddDays(1), TimeOnly.MinValue, WorkCalendar.Tokyo) ?? throw new ArgumentOutOfRangeException(nameof(day));

    /// <summary>An opinion helps when it is there before the meeting; when that is near, on the day itself.</summary>
    public static DateOnly OpinionBy(Meeting meeting, DateTimeOffset at)
    {
        var today = JapaneseEra.DayInTokyo(at);
        var before = meeting.Chosen is { } chosen ? JapaneseEra.DayInTokyo(chosen.StartsAt).AddDays(-1) : today.AddDays(7);

        return before > today ? before : today;
    }
}
