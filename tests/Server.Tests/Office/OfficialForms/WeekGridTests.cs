using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;
using OfficeWorkflow.Server.Office.OfficialForms.Sheets;

namespace OfficeWorkflow.Server.Tests.Office.OfficialForms;

public sealed class WeekGridTests
{
    [Fact]
    public void The_grid_begins_at_six_and_names_the_hours_after_midnight_as_the_next_day()
    {
        Assert.Equal("6:00 8:00 10:00 12:00 14:00 16:00 18:00 20:00 22:00 翌0:00 翌2:00 翌4:00", string.Join(' ', WeekGrid.HourLabels));
    }

    [Fact]
    public void A_service_by_day_stands_in_its_days_column()
    {
        var box = Assert.Single(WeekGrid.Boxes([Block(DayOfWeek.Monday, 9, 15)]));

        Assert.Equal(new TimeBox(0, 180, 540, "9:00-15:00 支援", IsShaded: true), box);
    }

    [Fact]
    public void A_night_stays_in_the_column_of_its_evening_and_what_lasts_over_six_goes_on_in_the_next()
    {
        var boxes = WeekGrid.Boxes([Block(DayOfWeek.Sunday, 22, 7)]);

        Assert.Equal([(6, 960, 1440), (0, 0, 60)], boxes.Select(static box => (box.Column, box.From, box.To)));
    }

    [Fact]
    public void The_early_hours_of_a_day_belong_to_the_night_of_the_day_before()
    {
        var box = Assert.Single(WeekGrid.Boxes([Block(DayOfWeek.Monday, 1, 3)]));

        Assert.Equal((6, 1140, 1260), (box.Column, box.From, box.To));
    }

    [Fact]
    public void Two_rows_that_meet_at_midnight_are_one_thing_again()
    {
        var box = Assert.Single(WeekGrid.Boxes([Block(DayOfWeek.Friday, 22, 0), Block(DayOfWeek.Saturday, 0, 6)]));

        Assert.Equal(new TimeBox(4, 960, 1440, "22:00-6:00 支援", IsShaded: true), box);
    }

    private static WeekBlock Block(DayOfWeek day, int from, int to) => new(day, new TimeOnly(from, 0), new TimeOnly(to, 0), "支援", IsService: true);
}
