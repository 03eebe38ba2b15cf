using OfficeWorkflow.Workflows.Tests.Expressions;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Tests.Timing;

public class BusinessDaysTests
{
    [Fact]
    public void Three_working_days_pass_over_the_turn_of_the_year()
    {
        // 12/28 Monday is the last day of work; 12/29 to 1/3 are the office's own days off; 1/4 to 1/6 are days one to three.
        Assert.Equal(new DateOnly(2027, 1, 6), BusinessDays.Add(new DateOnly(2026, 12, 28), 3, Feel.Office));
        Assert.Equal(new DateOnly(2026, 12, 31), BusinessDays.Add(new DateOnly(2026, 12, 28), 3, WorkCalendar.WeekdaysInTokyo));
    }

    /// <summary>翌営業日 and 前営業日 of each kind of day off.</summary>
    [Theory]
    [InlineData("2026-05-07", "2026-05-07", "2026-05-07")]
    [InlineData("2026-10-10", "2026-10-13", "2026-10-09")] // A Saturday before スポーツの日.
    [InlineData("2026-05-06", "2026-05-07", "2026-05-01")] // 振替休日, two days after the Sunday that it stands for.
    [InlineData("2027-03-22", "2027-03-23", "2027-03-19")] // 振替休日 of an equinox.
    [InlineData("2026-09-22", "2026-09-24", "2026-09-18")] // 国民の休日, between two holidays.
    [InlineData("2026-12-31", "2027-01-04", "2026-12-28")] // The office's own days off.
    public void D6_A_day_off_is_shifted_to_the_working_day_after_or_before_it(string day, string after, string before)
    {
        Assert.Equal(after, Feel.Written($"working day on or after(date(\"{day}\"))"));
        Assert.Equal(before, Feel.Written($"working day on or before(date(\"{day}\"))"));
    }

    [Fact]
    public void Adding_and_counting_agree()
    {
        for (var count = -300; count <= 300; count++)
        {
            var reached = BusinessDays.Add(new DateOnly(2026, 4, 1), count, Feel.Office);

            Assert.Equal(count, BusinessDays.Between(new DateOnly(2026, 4, 1), reached!.Value, Feel.Office));
        }
    }

    [Fact]
    public void An_office_that_never_works_has_no_next_working_day()
    {
        var closed = WorkCalendar.WeekdaysInTokyo with { WeeklyDaysOff = [.. Enum.GetValues<DayOfWeek>()] };

        Assert.Null(BusinessDays.Add(new DateOnly(2026, 4, 1), 1, closed));
        Assert.Null(BusinessDays.Next(new DateOnly(2026, 4, 1), closed));
        Assert.Null(BusinessDays.Previous(DateOnly.MinValue, WorkCalendar.WeekdaysInTokyo));
        Assert.Null(BusinessDays.Next(DateOnly.MaxValue, WorkCalendar.WeekdaysInTokyo));
    }
}
