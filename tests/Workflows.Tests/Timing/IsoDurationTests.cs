using System.Globalization;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Tests.Timing;

public class IsoDurationTests
{
    [Theory]
    [InlineData("P1Y2M", "P1Y2M")]
    [InlineData("P14M", "P1Y2M")]
    [InlineData("P2W", "P14D")]
    [InlineData("P1DT2H3M4.5S", "P1DT2H3M4.5S")]
    [InlineData("PT36H", "PT36H")]
    [InlineData("PT90M", "PT1H30M")]
    [InlineData("-P1D", "-P1D")]
    [InlineData("P0D", "PT0S")]
    public void Reads_and_writes(string text, string written) => Assert.Equal(written, IsoDuration.Read(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1D")]
    [InlineData("P1H")]
    [InlineData("P1.5D")]
    [InlineData("P１D")]
    [InlineData("P1D ")]
    [InlineData("P1D\n")]
    [InlineData("P999999Y")]
    public void Refuses_what_is_none(string text) => Assert.Null(IsoDuration.Read(text));

    [Theory]
    [Trait("Trap", "10")]
    [InlineData("2026-01-31T10:00:00+09:00", "P1M", "Asia/Tokyo", "2026-02-28T10:00:00+09:00")]
    [InlineData("2028-01-31T10:00:00+09:00", "P1M", "Asia/Tokyo", "2028-02-29T10:00:00+09:00")]
    [InlineData("2026-01-31T10:00:00+09:00", "P1M1D", "Asia/Tokyo", "2026-03-01T10:00:00+09:00")]
    [InlineData("2026-03-28T12:00:00+01:00", "P1D", "Europe/Berlin", "2026-03-29T12:00:00+02:00")]
    [InlineData("2026-03-28T12:00:00+01:00", "PT24H", "Europe/Berlin", "2026-03-29T13:00:00+02:00")]
    [InlineData("2026-10-24T12:00:00+02:00", "P1D", "Europe/Berlin", "2026-10-25T12:00:00+01:00")]
    [InlineData("2026-10-24T12:00:00+02:00", "PT24H", "Europe/Berlin", "2026-10-25T11:00:00+01:00")]
    [InlineData("2026-03-28T02:30:00+01:00", "P1D", "Europe/Berlin", "2026-03-29T03:30:00+02:00")]
    [InlineData("2026-10-24T02:30:00+02:00", "P1D", "Europe/Berlin", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-03-31T15:00:00Z", "P1D", "Asia/Tokyo", "2026-04-02T00:00:00+09:00")]
    [InlineData("2026-03-31T10:00:00+09:00", "-P1M", "Asia/Tokyo", "2026-02-28T10:00:00+09:00")]
    public void Days_are_civil_and_hours_are_exact(string start, string length, string zone, string expected)
    {
        var reached = IsoDuration.Read(length)?.After(Moment(start), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(Moment(expected), reached);
    }

    [Theory]
    [InlineData("P1000Y")]
    [InlineData("-P1000Y")]
    [InlineData("PT999999999H")]
    public void Leaving_the_calendar_gives_nothing(string length) =>
        Assert.Null(Enumerable.Range(0, 12).Aggregate<int, DateTimeOffset?>(
            Moment("2026-01-01T00:00:00Z"),
            (moment, _) => moment is { } at ? IsoDuration.Read(length)?.After(at, WorkCalendar.Tokyo) : null));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
