using OfficeWorkflow.Server.Office.Monitoring;

namespace OfficeWorkflow.Server.Tests.Office.Monitoring;

public sealed class MonitoringMonthsTests
{
    [Theory]
    // The ministry's examples: every three months; new and monthly, then every six.
    [InlineData("2026-05-01", "2027-04-30", 3, false, "2026-07 2026-10 2027-01 2027-04")]
    [InlineData("2026-05-01", "2027-04-30", 6, true, "2026-05 2026-06 2026-07 2026-10 2027-04")]
    // Case A: new services from April, then every three months until the end of the period.
    [InlineData("2026-04-01", "2027-03-31", 3, true, "2026-04 2026-05 2026-06 2026-09 2026-12 2027-03")]
    // Case B: renewal, every six months; then a change of kind at school age.
    [InlineData("2026-04-01", "2027-03-31", 6, false, "2026-09 2027-03")]
    [InlineData("2027-04-01", "2028-03-31", 6, true, "2027-04 2027-05 2027-06 2027-09 2028-03")]
    // Case C: six months of 地域移行支援, then life in the flat.
    [InlineData("2026-08-01", "2027-01-31", 6, true, "2026-08 2026-09 2026-10 2027-01")]
    [InlineData("2027-02-01", "2028-01-31", 3, true, "2027-02 2027-03 2027-04 2027-07 2027-10 2028-01")]
    public void Counts_backwards_from_the_last_month_and_visits_the_first_three_of_a_new_client(
        string from, string until, int interval, bool startsMonthly, string months)
    {
        var period = new MonitoringPeriod(Day(from), Day(until), interval, startsMonthly);

        Assert.Equal(months, Written(MonitoringMonths.Computed(period)));
    }

    [Fact]
    public void The_last_month_is_designated_even_where_the_interval_is_longer_than_the_period()
    {
        var period = new MonitoringPeriod(Day("2026-11-10"), Day("2027-01-31"), Interval: 12, StartsMonthly: false);

        Assert.Equal("2027-01", Written(MonitoringMonths.Computed(period)));
    }

    [Fact]
    public void A_new_client_of_two_months_is_visited_in_both()
    {
        var period = new MonitoringPeriod(Day("2026-12-01"), Day("2027-01-31"), Interval: 6, StartsMonthly: true);

        Assert.Equal("2026-12 2027-01", Written(MonitoringMonths.Computed(period)));
    }

    [Fact]
    public void What_the_certificate_prints_wins()
    {
        var period = new MonitoringPeriod(Day("2026-04-01"), Day("2027-03-31"), Interval: 3, StartsMonthly: true);

        Assert.Equal("2026-08 2027-03", Written(MonitoringMonths.Of(period, [Day("2027-03-31"), Day("2026-08-15")])));
        Assert.Equal(MonitoringMonths.Computed(period), MonitoringMonths.Of(period, []));
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Written(IEnumerable<DateOnly> months) =>
        string.Join(' ', months.Select(static month => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)));
}
