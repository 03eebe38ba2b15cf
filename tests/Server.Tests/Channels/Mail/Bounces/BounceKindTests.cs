using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Bounces;

public abstract class BounceKindTests(RunningOffice office) : IAsyncLifetime
{
    private readonly Correspondence letters = new(office);

    public Task InitializeAsync() => letters.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task E4_A_mail_that_came_back_is_marked_its_contact_is_flagged_and_staff_are_told()
    {
        await using (var db = office.Db())
        {
            db.Contacts.Add(new Contact { Id = Guid.CreateVersion7(), OfficeId = letters.OfficeId, Category = ContactCategory.CityOfficer, Name = "市の職員N", Mail = "N@example.jp" });
            await db.SaveChangesAsync();
        }

        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);
        var mail = await SentAsync();

        Assert.Equal("bounce", (await TakeAsync(Report(mail, "failed", "5.1.1")))?.Code);

        Assert.Equal(MailState.Bounced, await StateAsync(mail.Id));
        await clerk.Browser.GetAsync($"/mail/{mail.Id}");
        Assert.Contains("このアドレスはありません", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("550 5.1.1 unknown user", clerk.Browser.Text, StringComparison.Ordinal);
        await clerk.Browser.GetAsync("/contacts");
        Assert.Contains($"/mail/{mail.Id}", clerk.Browser.Html, StringComparison.Ordinal);
        await clerk.Browser.GetAsync("/work");
        Assert.Contains("/mail?state=Need", clerk.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_report_twice_is_one_and_trying_again_takes_the_mark_off_the_address()
    {
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);
        var mail = await SentAsync();
        await TakeAsync(Report(mail, "failed", "5.2.2"));
        await TakeAsync(Report(mail, "failed", "5.2.2"));
        Assert.Equal("bounce-known", (await TakeAsync(Report(mail, "failed", "5.2.2") + "\r\n"))?.Code);

        await clerk.Browser.GetAsync($"/mail/{mail.Id}/sending");
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/mail/{mail.Id}/sending"));

        await using var db = office.Db(new Scope.CaseOffice(letters.OfficeId));
        Assert.False(await db.AddressTroubles.AnyAsync());
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.About == $"mail:{mail.Id}" && entry.Act == "mail-bounced"));
    }

    [Theory]
    [InlineData("delayed", "4.4.1", "delivery-delayed")]
    [InlineData("delivered", "2.0.0", "delivery-done")]
    public async Task A_mail_that_is_late_or_has_arrived_stays_sent(string action, string status, string code)
    {
        var mail = await SentAsync();

        Assert.Equal(code, (await TakeAsync(Report(mail, action, status)))?.Code);

        Assert.Equal(MailState.Sent, await StateAsync(mail.Id));
    }

    [Fact]
    public async Task A_report_about_a_mail_of_another_office_or_of_nobody_changes_nothing()
    {
        var mail = await SentAsync();
        var other = new Correspondence(office);
        await other.OpenAsync();

        await using (var db = office.Db(new Scope.CaseOffice(other.OfficeId)))
        {
            Assert.Null(await office.Services.GetRequiredService<TakeMail>().HandleAsync(Read(Report(mail, "failed", "5.1.1")), db, other.OfficeId, keepsUnknown: false, CancellationToken.None));
        }

        Assert.Null(await TakeAsync(Report(mail, "failed", "5.1.1").Replace(mail.Id.ToString("n"), new string('0', 32), StringComparison.Ordinal)));
        Assert.Equal(MailState.Sent, await StateAsync(mail.Id));
    }

    private static IncomingMail Read(string eml) => EmlReader.Read(Encoding.ASCII.GetBytes(eml))!;

    private static string Report(SentMail mail, string action, string status) => $"""
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.jp (Mail Delivery System)
        To: office@s.example.jp
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <20260119.ABC@mx.example.jp>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="B1"

        --B1
        Content-Type: text/plain; charset=us-ascii

        This is the mail system at host mx.example.jp.

        --B1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.jp
        X-Postfix-Queue-ID: ABC

        Final-Recipient: rfc822; n@example.jp
        Original-Recipient: rfc822;n@example.jp
        Action: {action}
        Status: {status}
        Remote-MTA: dns; mail.example.jp
        Diagnostic-Code: smtp; 550 {status} unknown user

        --B1
        Content-Type: message/rfc822

        From: office@s.example.jp
        To: n@example.jp
        Subject: =?UTF-8?B?44Gm44GZ44Go?=
        Message-ID: {mail.MessageId}

        x
        --B1--

        """.ReplaceLineEndings("\r\n");

    private async Task<SentMail> SentAsync()
    {
        var mail = await letters.PutAsync(letters.Order());
        await office.DrainAsync();
        return mail;
    }

    private async Task<IncomingResult?> TakeAsync(string eml)
    {
        await using var db = office.Db(new Scope.CaseOffice(letters.OfficeId));
        return await office.Services.GetRequiredService<TakeMail>().HandleAsync(Read(eml), db, letters.OfficeId, keepsUnknown: false, CancellationToken.None);
    }

    private async Task<MailState> StateAsync(Guid id)
    {
        await using var db = office.Db();
        return await db.Mails.Where(mail => mail.Id == id).Select(static mail => mail.State).SingleAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : BounceKindTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : BounceKindTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
