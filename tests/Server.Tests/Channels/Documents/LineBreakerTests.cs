using OfficeWorkflow.Server.Channels.Documents.Fonts;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Channels.Documents.Pdf;

namespace OfficeWorkflow.Server.Tests.Channels.Documents;

public sealed class LineBreakerTests
{
    [Theory]
    [InlineData("あいうえお", 3, "あいう|えお")]
    [InlineData("あいう。えお", 3, "あい|う。え|お")]
    [InlineData("あいっえお", 2, "あ|いっ|えお")]
    [InlineData("あい「うえ」", 3, "あい|「う|え」")]
    [InlineData("週3回OfficeWork", 6, "週3回|OfficeWork")]
    [InlineData("一……二三", 2, "一|……|二三")]
    [InlineData("一行目\n\n三行目", 9, "一行目||三行目")]
    [InlineData("あいう えお", 3, "あいう|えお")]
    [InlineData("", 3, "")]
    public void Breaks_where_Japanese_may_be_broken(string text, int fullWidths, string expected)
    {
        var lines = LineBreaker.Break(new Typeface(EmbeddedFonts.NotoSansJapanese), text, fullWidths * 1000);

        Assert.Equal(expected, string.Join('|', lines.Select(static line => string.Concat(line.Select(static letter => letter.Text)))));
    }

    [Fact]
    public void A_word_wider_than_the_line_is_cut_rather_than_lost()
    {
        var lines = LineBreaker.Break(new Typeface(EmbeddedFonts.NotoSansJapanese), new string('W', 20), 3000);

        Assert.True(lines.Count > 4);
        Assert.Equal(20, lines.Sum(static line => line.Count));
    }
}
