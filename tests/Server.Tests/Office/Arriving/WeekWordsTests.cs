using OfficeWorkflow.Server.Office.Arriving.Sheets;

namespace OfficeWorkflow.Server.Tests.Office.Arriving;

public sealed class WeekWordsTests
{
    [Theory]
    [InlineData("月、水、金", "135")]
    [InlineData("月水金", "135")]
    [InlineData("月・水・金", "135")]
    [InlineData("月曜日・水曜", "13")]
    [InlineData("月～金", "12345")]
    [InlineData("月〜水、土", "1236")]
    [InlineData("火から木", "234")]
    [InlineData("日・祝", "0")]
    [InlineData("土日祝", "60")]
    [InlineData("土、日曜日・祝日", "60")]
    [InlineData("毎日", "1234560")]
    public void Days_are_read_as_offices_write_them(string typed, string days) =>
        Assert.Equal(days, string.Concat((WeekWords.Days(typed) ?? []).Select(static day => (int)day)));

    [Theory]
    [InlineData("月、げつ")]
    [InlineData("金～月")]
    [InlineData("月から")]
    [InlineData("祝日")]
    [InlineData("隔週の月")]
    public void Days_of_which_a_word_cannot_be_read_are_none(string typed) => Assert.Null(WeekWords.Days(typed));

    [Theory]
    [InlineData("", "")]
    [InlineData("毎週", "")]
    [InlineData("1、3、最終", "1 3 last")]
    [InlineData("第1・第3", "1 3")]
    [InlineData("第２週、第４週目", "2 4")]
    [InlineData("最終週", "last")]
    public void Weeks_are_read_as_offices_write_them(string typed, string weeks) => Assert.Equal(weeks, string.Join(' ', WeekWords.Weeks(typed) ?? ["none"]));

    [Theory]
    [InlineData("隔週")]
    [InlineData("6")]
    [InlineData("13")]
    [InlineData("第2水曜")]
    [InlineData("最初")]
    public void Weeks_of_which_a_word_cannot_be_read_are_none(string typed) => Assert.Null(WeekWords.Weeks(typed));
}
