using OfficeWorkflow.Server.Automation.Forms;

namespace OfficeWorkflow.Server.Tests.Automation.Forms;

public class TypedTextTests
{
    [Theory]
    [InlineData("令和8年3月26日")]
    [InlineData("令和８年３月２６日（木）")]
    [InlineData("R8.3.26")]
    [InlineData("ｒ８．３．２６")]
    [InlineData("2026/3/26")]
    [InlineData("２０２６年３月２６日")]
    [InlineData("2026-03-26")]
    [InlineData("2026−03−26")]
    [InlineData("20260326")]
    [InlineData(" 令和 8 年 3 月 26 日 ")]
    public void A_day_is_read_however_people_write_it(string typed) =>
        Assert.Equal(new DateOnly(2026, 3, 26), TypedText.Day(typed));

    [Fact]
    public void The_first_year_of_an_era_has_its_own_word() => Assert.Equal(new DateOnly(2019, 5, 1), TypedText.Day("令和元年5月1日"));

    [Theory]
    [InlineData("3/26")]
    [InlineData("令和8年2月30日")]
    [InlineData("2026/13/1")]
    [InlineData("きのう")]
    [InlineData("")]
    public void What_is_no_day_is_not_guessed(string typed) => Assert.Null(TypedText.Day(typed));

    [Theory]
    [InlineData("9:30", 9, 30)]
    [InlineData("9時30分", 9, 30)]
    [InlineData("９時半", 9, 30)]
    [InlineData("0930", 9, 30)]
    [InlineData("午後1時", 13, 0)]
    [InlineData("13:05:00", 13, 5)]
    public void A_time_is_read_however_people_write_it(string typed, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), TypedText.Clock(typed));

    [Theory]
    [InlineData("25:00")]
    [InlineData("9:75")]
    [InlineData("昼")]
    public void What_is_no_time_is_not_guessed(string typed) => Assert.Null(TypedText.Clock(typed));

    [Theory]
    [InlineData("2026-03-26T09:30:00+09:00")]
    [InlineData("2026-03-26T00:30:00Z")]
    [InlineData("2026-03-26T09:30")]
    [InlineData("令和8年3月26日 9時30分")]
    [InlineData("令和8年3月26日(木)9:30")]
    [InlineData("2026/3/26 9:30")]
    public void A_day_and_a_time_may_stand_in_one_line(string typed) =>
        Assert.Equal((new DateOnly(2026, 3, 26), new TimeOnly(9, 30)), TypedText.DayAndClock(typed));

    [Theory]
    [InlineData("１，２３４．５", "1234.5")]
    [InlineData("-3", "-3")]
    public void A_number_may_be_full_width(string typed, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), TypedText.Number(typed));

    [Fact]
    public void What_no_database_can_hold_is_dropped() => Assert.Equal("𠮷\nは\uFFFD", TypedText.Clean("𠮷\r\n\0は\ud800\u0007"));
}
