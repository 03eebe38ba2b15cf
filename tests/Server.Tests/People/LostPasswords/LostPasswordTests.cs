using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.People.LostPasswords;

public abstract class LostPasswordTests(RunningOffice office)
{
    private const string NewPassword = "あたらしいあいことば-2026";

    [Fact]
    public async Task A_mailed_link_lets_a_person_choose_a_new_password_once()
    {
        var staff = await MemberAsync();
        await AskAsync(staff.Mail);
        var path = Assert.Single(await LinksAsync(staff.Mail));
        await using (var db = office.Db())
        {
            Assert.Equal(MailState.Sent, (await db.Mails.SingleAsync(mail => mail.Address == staff.Mail)).State);
        }

        var browser = new Browser(office.Client());
        await browser.GetAsync(path);
        await browser.PostAsync(path, ("password", NewPassword), ("again", NewPassword));

        Assert.Equal("/", browser.Location);
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.GetAsync("/account"));
        Assert.Equal(HttpStatusCode.NotFound, await new Browser(office.Client()).GetAsync(path));
    }

    [Fact]
    public async Task A_password_chosen_by_link_ends_the_tokens_of_programs_too()
    {
        var staff = await MemberAsync();
        var program = await ApiCaller.OfAsync(office, staff);
        Assert.Equal(HttpStatusCode.OK, (await program.AskAsync("/api/v1/work")).Status);
        await AskAsync(staff.Mail);
        var path = Assert.Single(await LinksAsync(staff.Mail));
        var browser = new Browser(office.Client());
        await browser.GetAsync(path);

        await browser.PostAsync(path, ("password", NewPassword), ("again", NewPassword));

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.AskAsync("/api/v1/work")).Status);
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_the_address_is_known()
    {
        var staff = await MemberAsync();

        var known = await AskAsync(staff.Mail);
        var unknown = await AskAsync("nobody@example.jp");

        Assert.Equal(known, unknown);
        Assert.Empty(await LinksAsync("nobody@example.jp"));
    }

    [Fact]
    public async Task The_link_ends_after_half_an_hour()
    {
        var staff = await MemberAsync();
        await AskAsync(staff.Mail);
        var path = Assert.Single(await LinksAsync(staff.Mail));

        office.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.NotFound, await new Browser(office.Client()).GetAsync(path));
    }

    [Fact]
    public async Task Choosing_a_password_ends_every_other_open_link()
    {
        var staff = await MemberAsync();
        await AskAsync(staff.Mail);
        await AskAsync(staff.Mail);
        var links = await LinksAsync(staff.Mail);
        var browser = new Browser(office.Client());
        await browser.GetAsync(links[1]);

        await browser.PostAsync(links[1], ("password", NewPassword), ("again", NewPassword));

        Assert.Equal(2, links.Count);
        Assert.Equal(HttpStatusCode.NotFound, await new Browser(office.Client()).GetAsync(links[0]));
    }

    [Fact]
    public async Task Asking_again_and_again_sends_three_mails_an_hour()
    {
        var staff = await MemberAsync();
        for (var time = 0; time < 5; time++)
        {
            await AskAsync(staff.Mail);
        }

        Assert.Equal(3, (await LinksAsync(staff.Mail)).Count);
    }

    [Fact]
    public async Task The_mail_page_never_shows_the_link_of_somebodys_account()
    {
        var staff = await MemberAsync();
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], staff.OfficeId);
        await AskAsync(staff.Mail);
        var path = Assert.Single(await LinksAsync(staff.Mail));
        await using var db = office.Db();
        var mail = await db.Mails.SingleAsync(row => row.Address == staff.Mail);

        await clerk.Browser.GetAsync($"/mail/{mail.Id}");
        var page = clerk.Browser.Html;
        await clerk.Browser.GetAsync($"/mail/{mail.Id}/html");

        Assert.Contains("/welcome/", page, StringComparison.Ordinal);
        Assert.DoesNotContain(path, page + clerk.Browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(path, mail.Text + mail.Html, StringComparison.Ordinal);
    }

    private async Task<Staff> MemberAsync()
    {
        var officeId = Guid.CreateVersion7();
        await using var db = office.Db();
        db.Offices.Add(new OfficeFile { Id = officeId, Name = "相談支援事業所S", Number = "1234567890", Mail = "office@s.example.jp" });
        await db.SaveChangesAsync();
        return await Staff.JoinAsync(office, [Roles.Clerk], officeId);
    }

    private async Task<string> AskAsync(string mail)
    {
        var browser = new Browser(office.Client());
        await browser.GetAsync("/lost-password");
        Assert.Equal(HttpStatusCode.OK, await browser.PostAsync("/lost-password", ("mail", mail)));
        await office.DrainAsync();
        return browser.Text;
    }

    /// <summary>The links as they were sent.</summary>
    private async Task<IReadOnlyList<string>> LinksAsync(string address)
    {
        await using var db = office.Db();
        var key = office.Services.GetRequiredService<GuestKey>();
        var mails = await db.Mails.Where(mail => mail.Address == address).OrderBy(static mail => mail.WrittenAt).ThenBy(static mail => mail.Id).ToListAsync();
        return [.. mails.Select(mail => Regex.Match(GuestToken.RevealAll(mail.Text, key), @"/welcome/\S+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value)];
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : LostPasswordTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : LostPasswordTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
