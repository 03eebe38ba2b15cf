using OfficeWorkflow.Server.Channels.Mail.Templates;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Templates;

public sealed class MailHtmlTests
{
    [Fact]
    public void An_address_alone_on_its_line_is_a_button_named_by_the_line_before_it()
    {
        var html = MailHtml.Of("件名", "都合を答える:\nhttps://office.example.jp/g/abc?a=1&b=2\n\n下のリンクから。\n\nhttps://office.example.jp/g/def\n");

        Assert.Matches("<a href=\"https://office.example.jp/g/abc\\?a=1&amp;b=2\" style=\"[^\"]*\">都合を答える</a>", html);
        Assert.Matches("<a href=\"https://office.example.jp/g/def\" style=\"[^\"]*\">ページを開く</a>", html);
        Assert.DoesNotContain("都合を答える:", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_within_a_sentence_is_a_link_without_the_punctuation_around_it() =>
        Assert.Contains(
            "(<a href=\"https://example.jp/a\" rel=\"noreferrer\">https://example.jp/a</a>)をご覧ください。",
            MailHtml.Of("件名", "(https://example.jp/a)をご覧ください。"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    public void Nothing_but_the_web_becomes_a_link(string text) =>
        Assert.DoesNotContain("<a ", MailHtml.Of("件名", text), StringComparison.Ordinal);

    [Fact]
    public void Nothing_breaks_out_of_a_link() =>
        Assert.DoesNotContain("<img", MailHtml.Of("件名", "https://example.jp/\"><img src=x onerror=alert(1)>"), StringComparison.Ordinal);

    [Fact]
    public void Loads_nothing_and_grows_with_the_readers_letters()
    {
        var html = MailHtml.Of("件名", "本文\n");

        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?:font-size|width):[0-9.]+px", html);
    }
}
