using System.Globalization;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Tests.Timing;

public class JapaneseHolidaysTests
{
    [Theory]
    [InlineData(1985, "1/1 1/15 2/11 3/21 4/29 5/3 5/5 5/6 9/15 9/16 9/23 10/10 11/3 11/4 11/23")]
    [InlineData(1988, "1/1 1/15 2/11 3/20 3/21 4/29 5/3 5/4 5/5 9/15 9/23 10/10 11/3 11/23")]
    [InlineData(1989, "1/1 1/2 1/15 1/16 2/11 2/24 3/21 4/29 5/3 5/4 5/5 9/15 9/23 10/10 11/3 11/23 12/23")]
    [InlineData(2003, "1/1 1/13 2/11 3/21 4/29 5/3 5/5 7/21 9/15 9/23 10/13 11/3 11/23 11/24 12/23")]
    [InlineData(2006, "1/1 1/2 1/9 2/11 3/21 4/29 5/3 5/4 5/5 7/17 9/18 9/23 10/9 11/3 11/23 12/23")]
    [InlineData(2009, "1/1 1/12 2/11 3/20 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23")]
    [InlineData(2019, "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23")]
    [InlineData(2020, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23")]
    [InlineData(2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23")]
    [InlineData(2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23")]
    [InlineData(2027, "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23")]
    public void A_year_has_these_days_off(int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', JapaneseHolidays.In(year).Keys.Select(day => day.ToString("M/d", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("2026-05-06", "振替休日")]
    [InlineData("2026-09-22", "国民の休日")]
    [InlineData("2019-04-30", "国民の休日")]
    [InlineData("2019-05-06", "振替休日")]
    [InlineData("2020-07-24", "スポーツの日")]
    [InlineData("2019-10-14", "体育の日")]
    [InlineData("1988-04-29", "天皇誕生日")]
    [InlineData("2006-04-29", "みどりの日")]
    [InlineData("2007-04-29", "昭和の日")]
    [InlineData("2006-05-04", "国民の休日")]
    public void Each_has_its_name(string day, string name) =>
        Assert.Equal(name, JapaneseHolidays.In(Day(day).Year)[Day(day)]);

    [Theory]
    [InlineData(2000, 20, 23)]
    [InlineData(2012, 20, 22)]
    [InlineData(2026, 20, 23)]
    [InlineData(2032, 20, 22)]
    [InlineData(2060, 20, 22)]
    [InlineData(2092, 19, 22)]
    [InlineData(2099, 20, 23)]
    public void Equinoxes_follow_the_formula(int year, int march, int september)
    {
        var days = JapaneseHolidays.In(year);

        Assert.Equal("春分の日", days[new DateOnly(year, 3, march)]);
        Assert.Equal("秋分の日", days[new DateOnly(year, 9, september)]);
    }

    [Fact]
    public void Outside_the_known_years_there_are_none()
    {
        Assert.Empty(JapaneseHolidays.In(1979));
        Assert.Empty(JapaneseHolidays.In(2100));
        Assert.Empty(JapaneseHolidays.Days(2027, 2026));
        Assert.Equal(18 + 17, JapaneseHolidays.Days(2026, 2027).Count);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
