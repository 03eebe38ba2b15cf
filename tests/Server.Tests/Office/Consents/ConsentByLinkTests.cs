using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Consents;

public abstract class ConsentByLinkTests(RunningOffice office)
{
    [Fact]
    public async Task The_mail_carries_a_link_and_no_name_and_no_code()
    {
        var (circle, _) = await RequestedAsync();

        var mail = Assert.Single(await circle.MailsAsync());
        Assert.Equal(("consent-request", "user-a@example.jp"), (mail.Template, mail.Address));
        Assert.DoesNotContain("利用者A", mail.Subject + mail.Text, StringComparison.Ordinal);
        Assert.Contains("/g/", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreeing_is_confirmed_once_more_and_dates_the_plan()
    {
        var (circle, consent) = await RequestedAsync();
        var (guest, path) = await OpenedAsync(circle, consent);
        Assert.Contains("週3回ヘルパーと入浴する", guest.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A")));
        await using (var before = circle.Db())
        {
            Assert.False((await before.Consents.SingleAsync()).IsAnswered);
        }

        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("confirmed", "yes")));
        Assert.Contains("お返事の控え", guest.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync(path));

        await using var db = circle.Db();
        var (row, plan, message) = (await db.Consents.SingleAsync(), await db.Plans.SingleAsync(), await db.Messages.SingleAsync());
        Assert.Equal((ConsentOutcome.Agreed, "利用者A", null), (row.Outcome, row.TypedName, row.AnswerRecordedBy));
        Assert.Equal(new DateOnly(2026, 3, 27), plan.CreatedOn);
        Assert.Equal(("consent-answered", consent.ToString()), (message.Name, message.Key));
        Assert.Contains("agreed", message.Variables, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G3_A_no_needs_its_reason_and_leaves_the_plan_open()
    {
        var (circle, consent) = await RequestedAsync();
        var (guest, path) = await OpenedAsync(circle, consent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync(path, ("answer", "declined"), ("name", "利用者A")));
        await guest.PostAsync(path, ("answer", "declined"), ("name", "利用者A"), ("reason", "曜日を変えたい。"));
        await guest.PostAsync(path, ("confirmed", "yes"));

        await using var db = circle.Db();
        Assert.Equal((ConsentOutcome.Declined, "曜日を変えたい。"), ((await db.Consents.SingleAsync()).Outcome, (await db.Consents.SingleAsync()).DeclinedReason));
        Assert.False((await db.Plans.SingleAsync()).IsConsented);
    }

    [Fact]
    public async Task Whose_answer_was_overtaken_by_another_tab_reads_that_it_was_not_taken()
    {
        var (circle, consent) = await RequestedAsync();
        var (guest, path) = await OpenedAsync(circle, consent);
        await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        await circle.TellAsync($"consent-answered:{consent}");

        Assert.Equal(HttpStatusCode.Conflict, await guest.PostAsync(path, ("confirmed", "yes")));

        Assert.DoesNotContain("お返事を受け取りました", guest.Text, StringComparison.Ordinal);
        Assert.Contains("今のお返事は記録していません", guest.Text, StringComparison.Ordinal);
        await using var db = circle.Db();
        Assert.False((await db.Consents.SingleAsync()).IsAnswered);
        Assert.False((await db.Plans.SingleAsync()).IsConsented);
    }

    [Fact]
    public async Task Without_the_code_nothing_of_the_plan_is_shown()
    {
        var (circle, consent) = await RequestedAsync();
        var (guest, path) = await circle.GuestAsync(ConsentPurpose.Key, consent);

        await guest.GetAsync(path);
        Assert.DoesNotContain("利用者A", guest.Html, StringComparison.Ordinal);
        await guest.GetAsync($"{path}/{ConsentPurpose.Paper}");
        Assert.DoesNotContain("入浴", guest.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_carries_the_same_link_while_nothing_is_answered()
    {
        var (circle, consent) = await RequestedAsync();
        await circle.PerformAsync("Office.RemindConsent", CircleOfA.Tokyo(3, 31, 9), ("consentId", Value.Of(consent.ToString())));
        var (guest, path) = await OpenedAsync(circle, consent);
        await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        await guest.PostAsync(path, ("confirmed", "yes"));
        await circle.PerformAsync("Office.RemindConsent", CircleOfA.Tokyo(4, 3, 9), ("consentId", Value.Of(consent.ToString())));

        var mails = await circle.MailsAsync();
        Assert.Equal(["consent-request", "consent-reminder"], mails.Select(static mail => mail.Template));
        Assert.Equal(LinkIn(mails[0].Text), LinkIn(mails[1].Text));
    }

    [Fact]
    public async Task Once_the_address_was_corrected_reminder_receipt_and_last_notice_know_only_the_mailbox_that_got_the_link()
    {
        var (circle, consent) = await RequestedAsync();
        await ReaddressAsync(circle, "right@example.jp");
        await circle.PerformAsync("Office.RemindConsent", CircleOfA.Tokyo(3, 31, 9), ("consentId", Value.Of(consent.ToString())));
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await staff.Browser.GetAsync($"/consents/{consent}");
        Assert.Contains("right@example.jp", staff.Browser.Text, StringComparison.Ordinal);
        await using (var before = circle.Db())
        {
            await new ExpireConsentWorker(circle.Get<Links>(), circle.Get<Postbox>()).PerformAsync(
                new WorkerContext(before, circle.OfficeId, circle.CaseId, Guid.CreateVersion7(), circle.Client.Id.ToString(), "Office.ExpireConsent", CircleOfA.Values(("consentId", Value.Of(consent.ToString()))), CircleOfA.Tokyo(4, 16, 9)),
                CancellationToken.None);
            Assert.Equal("right@example.jp", before.ChangeTracker.Entries<SentMail>().Single(static mail => mail.Entity.Template is "consent-expired").Entity.Address);
        }

        await ConsentStory.AgreeAsync(circle, consent);

        Assert.Equal(
            [("consent-request", "user-a@example.jp"), ("consent-request", "right@example.jp"), ("consent-reminder", "right@example.jp")],
            (await circle.MailsAsync()).Select(static mail => (mail.Template, mail.Address ?? "")));
        await using var db = circle.Db();
        var identified = ConsentFacts.Read((await db.Consents.SingleAsync()).Facts!)!.Identified;
        Assert.Contains("right@example.jp", identified, StringComparison.Ordinal);
        Assert.DoesNotContain("user-a@example.jp", identified, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G4_When_the_time_is_over_the_link_ends_and_both_sides_are_told()
    {
        var (circle, consent) = await RequestedAsync();
        var (guest, path) = await circle.GuestAsync(ConsentPurpose.Key, consent);

        await circle.PerformAsync("Office.ExpireConsent", CircleOfA.Tokyo(4, 16, 9), ("consentId", Value.Of(consent.ToString())));

        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync(path));
        var mails = (await circle.MailsAsync()).Skip(1).OrderBy(static mail => mail.Template, StringComparer.Ordinal).ToList();
        Assert.Equal(["consent-expired", "consent-expired-office"], mails.Select(static mail => mail.Template));
        Assert.Equal(["user-a@example.jp", $"{circle.SpecialistX:n}@example.jp"], mails.Select(static mail => mail.Address));
        Assert.All(mails, static mail => Assert.DoesNotContain("利用者A", mail.Subject + mail.Text, StringComparison.Ordinal));
    }

    private async Task ReaddressAsync(CircleOfA circle, string address)
    {
        await using var db = circle.Db();
        var mail = await db.Mails.SingleAsync();
        mail.State = MailState.Bounced;
        await db.SaveChangesAsync();
        (await SendElsewhere.HandleAsync(mail.Id, new SendElsewhere.Form(address), db, office.Clock, CancellationToken.None)).Done();
    }

    private static string LinkIn(string text) => text.Split('\n').Single(static line => line.Contains("/g/", StringComparison.Ordinal));

    private static Task<(Browser Guest, string Path)> OpenedAsync(CircleOfA circle, Guid consent) => ConsentStory.OpenedAsync(circle, consent);

    private Task<(CircleOfA Circle, Guid Consent)> RequestedAsync() => ConsentStory.RequestedAsync(office);

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ConsentByLinkTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ConsentByLinkTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
