using OfficeWorkflow.Server.Office.Consents.ByLink;

namespace OfficeWorkflow.Server.Tests.Office.Consents.ByLink;

public sealed class FuriganaTests
{
    [Theory]
    [InlineData("週（しゅう）に3回", "<ruby>週<rp>（</rp><rt>しゅう</rt><rp>）</rp></ruby>に3回")]
    [InlineData("お風呂（ふろ）", "お<ruby>風呂<rp>（</rp><rt>ふろ</rt><rp>）</rp></ruby>")]
    [InlineData("支援（しえん）\n人々（ひとびと）", "<ruby>支援<rp>（</rp><rt>しえん</rt><rp>）</rp></ruby><br /><ruby>人々<rp>（</rp><rt>ひとびと</rt><rp>）</rp></ruby>")]
    [InlineData("ヘルパー（れい）計画（案）", "ヘルパー（れい）計画（案）")]
    [InlineData("<script>計画（けいかく）</script>", "&lt;script&gt;<ruby>計画<rp>（</rp><rt>けいかく</rt><rp>）</rp></ruby>&lt;/script&gt;")]
    public void A_reading_behind_its_kanji_stands_above_them_and_nothing_else_becomes_markup(string text, string html) =>
        Assert.Equal(html, Furigana.Of(text).Value.Replace("&#xFF08;", "（", StringComparison.Ordinal));
}
