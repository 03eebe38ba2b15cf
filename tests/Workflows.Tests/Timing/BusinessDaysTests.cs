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
