using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Inviting;

public sealed class ProposedDatesTests
{
    // A Monday; Friday 20 March 2026 is a holiday.
    private static readonly DateOnly Monday = new(2026, 3, 16);

    [Fact]
    public void Offers_three_working_days_at_three_times_of_the_day() =>
        Assert.Equal(["3/16 10:00", "3/17 13:30", "3/18 15:00"], Of(Wish()));

    [Fact]
    public void Passes_over_weekends_and_holidays() =>
        Assert.Equal(["3/19 10:00", "3/23 13:30", "3/24 15:00"], Of(Wish() with { From = new DateOnly(2026, 3, 19) }));

    [Fact]
    public void F12_Passes_over_what_the_host_has_elsewhere()
    {
        ProposedDates.Span[] busy = [Span(16, 9, 17), Span(17, 14, 15), Span(18, 11, 12)];

        Assert.Equal(["3/17 10:00", "3/18 13:30", "3/19 15:00"], Of(Wish() with { Busy = busy }));
    }

    [Fact]
    public void Keeps_to_the_hours_of_the_office() =>
        Assert.Equal(["3/16 13:30", "3/17 13:30", "3/18 13:30"], Of(Wish() with { OpensAt = new TimeOnly(13, 0), ClosesAt = new TimeOnly(15, 30) }));

    [Fact]
    public void Offers_nothing_after_the_deadline()
    {
        Assert.Equal(["3/16 10:00", "3/17 13:30"], Of(Wish() with { Until = new DateOnly(2026, 3, 17) }));
        Assert.Empty(Of(Wish() with { Until = new DateOnly(2026, 3, 15) }));
    }

    private static ProposedDates.Wish Wish() => new(
        Monday, Until: null, WorkCalendar.WeekdaysInTokyo with { Holidays = [new DateOnly(2026, 3, 20)] }, new TimeOnly(9, 0), new TimeOnly(18, 0), []);

    private static ProposedDates.Span Span(int day, int from, int to) => new(CircleOfA.Tokyo(3, day, from), CircleOfA.Tokyo(3, day, to));

    private static IEnumerable<string> Of(ProposedDates.Wish wish) =>
        ProposedDates.Of(wish).Select(static span => JapaneseEra.InTokyo(span.From).ToString("M'/'d HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
