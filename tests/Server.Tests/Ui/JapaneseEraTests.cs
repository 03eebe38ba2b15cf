using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Tests.Ui;

public class JapaneseEraTests
{
    [Theory]
    [InlineData(2026, 11, 22, "令和8年11月22日(日)")]
    [InlineData(2019, 5, 1, "令和元年5月1日(水)")]
    [InlineData(2019, 4, 30, "平成31年4月30日(火)")]
    [InlineData(1989, 1, 7, "昭和64年1月7日(土)")]
    [InlineData(1926, 12, 24, "大正15年12月24日(金)")]
    [InlineData(1912, 7, 29, "明治45年7月29日(月)")]
    [InlineData(1867, 12, 31, "1867年12月31日(火)")]
    public void A_day_is_written_in_its_era(int year, int month, int day, string expected) =>
        Assert.Equal(expected, JapaneseEra.Long(new DateOnly(year, month, day)));

    [Fact]
    public void F13_A_moment_is_written_in_Tokyo_whatever_its_offset()
    {
        var lateInLondon = new DateTimeOffset(2026, 3, 31, 15, 5, 0, TimeSpan.Zero);

        Assert.Equal("令和8年4月1日(水) 00:05", JapaneseEra.Long(lateInLondon));
    }

    [Theory]
    [InlineData("令和", 8, 2026)]
    [InlineData("r", 1, 2019)]
    [InlineData("S", 64, 1989)]
    public void A_year_of_an_era_is_a_western_year(string era, int year, int expected) =>
        Assert.Equal(expected, JapaneseEra.WesternYear(era, year));

    [Fact]
    public void An_era_that_never_was_has_no_year() => Assert.Null(JapaneseEra.WesternYear("X", 3));
}
