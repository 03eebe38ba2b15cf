using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Timing;

/// <summary>
/// When an office works: data that the office edits, handed to the engine with each input, never read by it.
/// </summary>
/// <param name="Zone">The zone of all civil dates of the office (Asia/Tokyo).</param>
/// <param name="Holidays">Days off beside the weekly ones: public holidays and the office's own.</param>
/// <param name="WeeklyDaysOff">Days of the week on which the office is closed.</param>
/// <param name="OpensAt">First minute at which mail may leave and work falls due.</param>
/// <param name="ClosesAt">End of the working day.</param>
public sealed record WorkCalendar(
    TimeZoneInfo Zone,
    ImmutableSortedSet<DateOnly> Holidays,
    ImmutableSortedSet<DayOfWeek> WeeklyDaysOff,
    TimeOnly OpensAt,
    TimeOnly ClosesAt)
{
    public static TimeZoneInfo Tokyo { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>Monday to Friday, 9:00 to 18:00 in Tokyo, with no holidays at all.</summary>
    public static WorkCalendar WeekdaysInTokyo { get; } = new(
        Tokyo,
        [],
        [DayOfWeek.Saturday, DayOfWeek.Sunday],
        new TimeOnly(9, 0),
        new TimeOnly(18, 0));

    public bool IsWorkingDay(DateOnly day) => !WeeklyDaysOff.Contains(day.DayOfWeek) && !Holidays.Contains(day);
}
