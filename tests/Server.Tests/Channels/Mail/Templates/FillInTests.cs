using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Templates;

public sealed class FillInTests
{
    private static readonly string[] Known = ["name", "office", "date", "candidates", "note"];

    [Fact]
    public void Fills_values_in_as_people_read_them()
    {
        var text = Done(
            new MailWording("{{office}}より {{date}}", "{{name}} 様\n{{#each candidates}}・{{at}} {{place}}\n{{/each}}{{#if note}}備考: {{note}}\n{{/if}}"),
            ("name", Value.Of("民生委員N")),
            ("office", Value.Of("事業所S")),
            ("date", Value.Of(new DateOnly(2026, 2, 20))),
            ("candidates", Value.Of(Candidate("2026-02-20T01:00:00Z", "会館"), Candidate("2026-02-24T05:00:00Z", "市役所"))));

        Assert.Equal("事業所Sより 令和8年2月20日(金)", text.Subject);
        Assert.Equal("民生委員N 様\n・令和8年2月20日(金) 10:00 会館\n・令和8年2月24日(火) 14:00 市役所\n", text.Text);
    }

    [Fact]
    public void Sends_text_unescaped_and_html_escaped()
    {
        var text = Done(new MailWording("{{name}}", "{{name}}\n"), ("name", Value.Of("<script>alert(1)</script> & \"N\"")));

        Assert.Equal("<script>alert(1)</script> & \"N\"\n", text.Text);
        Assert.DoesNotContain("<script", text.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;N&quot;", text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_with_line_breaks_stays_inside_the_subject()
    {
        var text = Done(new MailWording("{{name}} 様", "x\n"), ("name", Value.Of("N\r\nBcc: evil@example.jp\r\n")));

        Assert.Equal("N Bcc: evil@example.jp 様", text.Subject);
    }

    [Theory]
    [InlineData("{{place}}")]
    [InlineData("{{#each places}}{{this}}{{/each}}{{place}}")]
    [InlineData("{{{place}}}")]
    [InlineData("{{place.room}}")]
    public void A_name_without_a_value_is_said_and_never_left_blank(string body)
    {
        var refused = Assert.IsType<Outcome<MailText>.Refused>(FillIn.Of(new MailWording("件名", body), Value.Record.Empty));

        Assert.Equal("mail-placeholder-empty", refused.Refusal.Code);
        Assert.Contains("{{place}}", refused.Refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("件名", "{{name}} {{#if note}}{{note}}{{else}}なし{{/if}} {{#each candidates}}{{anything}}{{/each}}", "")]
    [InlineData("件名", "{{unknown}}", "mail-placeholder-unknown")]
    [InlineData("{{unknown}}", "本文", "mail-placeholder-unknown")]
    [InlineData("件名", "{{#if unknown}}x{{/if}}", "mail-placeholder-unknown")]
    [InlineData("", "本文", "mail-subject")]
    [InlineData("件\n名", "本文", "mail-subject")]
    [InlineData("件名", " ", "mail-body")]
    [InlineData("件名", "{{#if name}}", "mail-template-broken")]
    [InlineData("件名", "{{name", "mail-template-broken")]
    [InlineData("件名", "{{> partial}}", "mail-template-broken")]
    public void What_keeps_a_wording_from_use_is_found_before_it_is_used(string subject, string body, string codes) =>
        Assert.Equal(codes, string.Join(' ', FillIn.Findings(new MailWording(subject, body), Known).Select(finding => finding.Code)));

    [Fact]
    public void A_mail_that_leads_somewhere_may_not_lose_its_link() =>
        Assert.Equal(["mail-link-missing"], FillIn.Findings(new MailWording("件名", "本文"), ["link"]).Select(finding => finding.Code));

    [Fact]
    public void Every_shipped_wording_can_be_used()
    {
        Assert.NotEmpty(ShippedMails.All);
        Assert.All(ShippedMails.All.Values, wording => Assert.Empty(FillIn.Findings(wording, Placeholders.Of(wording))));
    }

    [Fact]
    public void Many_at_once_by_one_wording_get_their_own_words_each()
    {
        var wording = new MailWording("{{name}}へ", "{{#each candidates}}{{place}}{{/each}}と{{name}}\n");

        Parallel.For(0, 500, number =>
        {
            var text = Done(wording, ("name", Value.Of($"N{number}")), ("candidates", Value.Of(Candidate("2026-02-20T01:00:00Z", $"P{number}"))));

            Assert.Equal(($"N{number}へ", $"P{number}とN{number}\n"), (text.Subject, text.Text));
        });
    }

    private static Value.Record Candidate(string at, string place) => Value.Record.Empty
        .With("at", Value.Of(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)))
        .With("place", Value.Of(place));

    private static MailText Done(MailWording wording, params (string Name, Value Value)[] data) =>
        Assert.IsType<Outcome<MailText>.Done>(FillIn.Of(wording, data.Aggregate(Value.Record.Empty, (record, field) => record.With(field.Name, field.Value)))).Value;
}
