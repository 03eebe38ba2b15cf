using System.Globalization;
using OfficeWorkflow.Server.Office.Plans;

namespace OfficeWorkflow.Server.Tests.Office.Plans;

public sealed class WeeklyRowTests
{
    [Theory]
    [InlineData("", 5)]
    [InlineData("2 last", 2)]
    [InlineData("1 3 5", 3)]
    [InlineData("4 last", 2)]
    public void Happens_in_its_weeks_of_the_month(string weeks, int times)
    {
        var row = Row("10:00", "14:00", weeks);

        // August 2026 has five Sundays: 2, 9, 16, 23, 30.
        var days = Enumerable.Range(1, 31).Count(day => row.HappensOn(new DateOnly(2026, 8, day)));

        Assert.Equal(times, days);
    }

    [Fact]
    public void A_week_named_twice_counts_once()
    {
        var row = Row("10:00", "14:00", "4 last");

        // February 2026 has four Sundays, so the fourth is the last.
        Assert.Equal(1, Enumerable.Range(1, 28).Count(day => row.HappensOn(new DateOnly(2026, 2, day))));
    }

    [Fact]
    public void Midnight_ends_the_day()
    {
        Assert.Equal(TimeSpan.FromHours(2), Row("22:00", "00:00", string.Empty).Length);
    }

    private static WeeklyRow Row(string start, string end, string weeks) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = Guid.CreateVersion7(),
        PlanId = Guid.CreateVersion7(),
        Day = DayOfWeek.Sunday,
        Start = TimeOnly.Parse(start, CultureInfo.InvariantCulture),
        End = TimeOnly.Parse(end, CultureInfo.InvariantCulture),
        Activity = "移動支援",
        Weeks = weeks,
    };
}
