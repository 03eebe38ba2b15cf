using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Channels.Mail;

public abstract class MailRoutesTests(RunningOffice office) : IAsyncLifetime
{
    private readonly Correspondence letters = new(office);

    public Task InitializeAsync() => letters.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_list_finds_by_name_address_subject_and_state()
    {
        await letters.PutAsync(letters.Order() with { RecipientName = "サビ管P" });
        await letters.PutAsync(letters.Order("city@m.example.jp"));
        await letters.PutAsync(letters.Order(address: null));
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);

        Assert.Equal(3, await CountAsync(clerk, "/mail"));
        Assert.Equal(1, await CountAsync(clerk, "/mail?q=サビ管"));
        Assert.Equal(1, await CountAsync(clerk, "/mail?q=city@m"));
        Assert.Equal(3, await CountAsync(clerk, "/mail?q=提出"));
        Assert.Equal(1, await CountAsync(clerk, "/mail?state=NoAddress"));
        Assert.Equal(0, await CountAsync(clerk, "/mail?q=100%25"));
        Assert.Contains("条件に合うメールはありません", clerk.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_goes_on_where_the_page_before_ended()
    {
        foreach (var _ in Enumerable.Range(0, 53))
        {
            await letters.PutAsync(letters.Order());
        }

        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);

        Assert.Equal(50, await CountAsync(clerk, "/mail"));
        var next = System.Text.RegularExpressions.Regex.Match(clerk.Browser.Html, "rel=\"next\" href=\"([^\"]*)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        Assert.Equal(3, await CountAsync(clerk, WebUtility.HtmlDecode(next)));
    }

    [Fact]
    public async Task Programs_read_the_mails_of_a_case_as_json()
    {
        var caseId = Guid.CreateVersion7();
        var mail = await letters.PutAsync(letters.Order() with { CaseId = caseId });
        await letters.PutAsync(letters.Order(address: null) with { CaseId = caseId });
        await letters.PutAsync(letters.Order());
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);

        await clerk.Browser.GetAsync($"/api/v1/mail?case={caseId}");
        var all = System.Text.Json.JsonDocument.Parse(clerk.Browser.Html).RootElement.GetProperty("items");
        await clerk.Browser.GetAsync($"/api/v1/mail?case={caseId}&state=waiting");
        var waiting = System.Text.Json.JsonDocument.Parse(clerk.Browser.Html).RootElement.GetProperty("items");

        Assert.Equal(["no-address", "waiting"], all.EnumerateArray().Select(item => item.GetProperty("state").GetString()));
        Assert.Equal(mail.MessageId, Assert.Single(waiting.EnumerateArray()).GetProperty("messageId").GetString());
    }

    [Fact]
    public async Task A_mail_shows_exactly_what_was_sent_and_here_its_links_open()
    {
        var mail = await PollAsync();
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);

        Assert.Equal(HttpStatusCode.OK, await clerk.Browser.GetAsync($"/mail/{mail.Id}"));

        Assert.Contains("お返事の期限: 令和8年2月1日(日)", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Matches("<a href=\"http://localhost:5080/g/[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}\" rel=\"noreferrer\">", clerk.Browser.Html);
    }

    [Fact]
    public async Task The_mail_in_its_frame_runs_and_loads_nothing()
    {
        var mail = await PollAsync();
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);

        using var answer = await clerk.Http.GetAsync(new Uri($"/mail/{mail.Id}/html", UriKind.Relative));

        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
            answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Where_mail_leaves_the_house_links_belong_to_the_recipient_alone()
    {
        var mail = await PollAsync();
        await using var db = office.Db();

        var model = await ShowMail.HandleAsync(
            mail.Id,
            db,
            new OfficeWorkflow.Server.Channels.Mail.Smtp.SmtpMailer(new("localhost", 1, OfficeWorkflow.Server.Channels.Mail.Smtp.SmtpSecurity.None)),
            office.Services.GetRequiredService<GuestKey>(),
            CancellationToken.None);

        Assert.Matches("/g/[A-Za-z0-9_-]{22}\\.\\*\\*\\*", model!.Text);
    }

    [Fact]
    public async Task A_mail_that_may_have_left_is_sent_again_only_when_a_person_says_so_and_then_once()
    {
        var mail = await letters.PutAsync(letters.Order());
        await SetAsync(mail.Id, MailState.Maybe);
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);

        await clerk.Browser.GetAsync($"/mail/{mail.Id}/sending");
        Assert.Contains("2通届きます", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/mail/{mail.Id}/sending"));
        await clerk.Browser.GetAsync($"/mail/{mail.Id}/sending");
        Assert.Equal(HttpStatusCode.Conflict, await clerk.Browser.PostAsync($"/mail/{mail.Id}/sending"));

        await using var db = office.Db();
        Assert.Equal(2, await db.Outbox.CountAsync(entry => entry.Payload == mail.Id.ToString()));
        Assert.Equal(MailState.Waiting, (await db.Mails.SingleAsync(row => row.Id == mail.Id)).State);
    }

    [Fact]
    public async Task A_mail_that_has_arrived_after_all_is_marked_as_sent_once()
    {
        var mail = await letters.PutAsync(letters.Order());
        await SetAsync(mail.Id, MailState.Maybe);
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);

        await clerk.Browser.GetAsync($"/mail/{mail.Id}");
        Assert.Contains("送信済みかもしれない", clerk.Browser.Text, StringComparison.Ordinal);
        var page = clerk.Browser.Html;
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/mail/{mail.Id}/arrival"));
        await clerk.Browser.ShowAsync(page);
        Assert.Equal(HttpStatusCode.Conflict, await clerk.Browser.PostAsync($"/mail/{mail.Id}/arrival"));

        await using var db = office.Db();
        Assert.Equal(1, await db.Outbox.CountAsync(entry => entry.Payload == mail.Id.ToString()));
        Assert.Equal(MailState.Sent, (await db.Mails.SingleAsync(row => row.Id == mail.Id)).State);
        Assert.Equal(clerk.PersonId, (await db.Audit.SingleAsync(entry => entry.About == $"mail:{mail.Id}" && entry.Act == "mail-arrived")).PersonId);
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.About == $"mail:{mail.Id}" && entry.Act == "mail-opened" && entry.PersonId == clerk.PersonId));
    }

    [Fact]
    public async Task Opening_a_mail_stands_in_the_audit_once_and_its_frame_by_itself_too()
    {
        var mail = await letters.PutAsync(letters.Order());
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);
        var other = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);

        await clerk.Browser.GetAsync($"/mail/{mail.Id}");
        await clerk.Browser.GetAsync($"/mail/{mail.Id}/html");
        Assert.Equal((1, 0), (await OpenedAsync(mail.Id, clerk), await OpenedAsync(mail.Id, other)));
        await other.Browser.GetAsync($"/mail/{mail.Id}/html");
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await clerk.Browser.GetAsync($"/mail/{mail.Id}/html");

        Assert.Equal((2, 1), (await OpenedAsync(mail.Id, clerk), await OpenedAsync(mail.Id, other)));
    }

    private async Task<int> OpenedAsync(Guid id, Staff staff)
    {
        await using var db = office.Db();
        return await db.Audit.CountAsync(entry => entry.About == $"mail:{id}" && entry.Act == "mail-opened" && entry.PersonId == staff.PersonId);
    }

    [Fact]
    public async Task Other_offices_have_no_such_mail_and_auditors_send_nothing()
    {
        var mail = await letters.PutAsync(letters.Order());
        var stranger = await Staff.JoinAsync(office, [Roles.Manager]);
        var auditor = await Staff.JoinAsync(office, [Roles.Auditor], letters.OfficeId);

        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/mail/{mail.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/mail/{mail.Id}/html"));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/mail/{mail.Id}/sending"));
        Assert.Equal(HttpStatusCode.OK, await auditor.Browser.GetAsync($"/mail/{mail.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, await auditor.Browser.GetAsync($"/mail/{mail.Id}/sending"));
    }

    private static async Task<int> CountAsync(Staff staff, string address)
    {
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync(address));
        return staff.Browser.Html.Split("<th scope=\"row\"><a href=\"/mail/").Length - 1;
    }

    private async Task<SentMail> PollAsync()
    {
        var path = "";
        await using (var db = office.Db())
        {
            path = await office.Services.GetRequiredService<Links>()
                .MakeAsync(db, letters.OfficeId, "poll", "t", "N", office.Clock.GetUtcNow().AddDays(1), needsCode: false, CancellationToken.None);
            await db.SaveChangesAsync();
        }

        var data = Value.Record.Empty
            .With("link", Value.Of(office.Services.GetRequiredService<SiteAddress>().Of(path)))
            .With("answersBy", Value.Of(new DateOnly(2026, 2, 1)));
        return await letters.PutAsync(letters.Order() with { Template = "meeting-poll", Data = data });
    }

    private async Task SetAsync(Guid id, MailState state)
    {
        await using var db = office.Db();
        (await db.Mails.SingleAsync(mail => mail.Id == id)).State = state;
        (await db.Outbox.SingleAsync(entry => entry.Payload == id.ToString())).State = OutboxState.MaybeSent;
        await db.SaveChangesAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MailRoutesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MailRoutesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
