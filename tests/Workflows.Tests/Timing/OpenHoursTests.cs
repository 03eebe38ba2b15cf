using System.Globalization;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Tests.Timing;

public sealed class OpenHoursTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.WeekdaysInTokyo with { Holidays = [new DateOnly(2026, 1, 12)] };

    [Theory]
    [InlineData("2026-01-09T12:00", "2026-01-09T12:00")] // Friday, open.
    [InlineData("2026-01-09T08:59", "2026-01-09T09:00")]
    [InlineData("2026-01-09T18:00", "2026-01-13T09:00")] // The weekend, and a holiday on Monday.
    [InlineData("2026-01-08T23:10", "2026-01-09T09:00")]
    [InlineData("2026-01-10T12:00", "2026-01-13T09:00")]
    public void Is_the_moment_itself_while_the_office_is_open_else_the_next_opening(string moment, string expected) =>
        Assert.Equal(InTokyo(expected), OpenHours.OnOrAfter(InTokyo(moment), Calendar));

    [Fact]
    public void An_office_that_never_opens_has_no_opening() =>
        Assert.Null(OpenHours.OnOrAfter(InTokyo("2026-01-09T12:00"), Calendar with { WeeklyDaysOff = [.. Enum.GetValues<DayOfWeek>()] }));

    private static DateTimeOffset InTokyo(string text) => DateTimeOffset.Parse(text + "+09:00", CultureInfo.InvariantCulture);
}
