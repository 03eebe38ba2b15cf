using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.People;

public abstract partial class InvitePersonTests(RunningOffice office)
{
    [Fact]
    public async Task An_invited_person_chooses_a_password_by_a_link_that_works_once()
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);
        var mail = $"{Guid.CreateVersion7():N}@example.jp";
        await administrator.Browser.GetAsync("/people");

        await administrator.Browser.PostAsync("/people", ("name", "職員U"), ("mail", mail), ("roles", Roles.Clerk));
        var link = Link().Match(administrator.Browser.Html).Value;
        var invited = new Browser(office.Client());
        Assert.Equal(HttpStatusCode.OK, await invited.GetAsync(link));
        var chosen = await invited.PostAsync(link, ("password", Staff.Password), ("again", Staff.Password));
        var again = await new Browser(office.Client()).GetAsync(link);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (chosen, again));
        Assert.Equal(HttpStatusCode.OK, await invited.GetAsync("/account"));
        Assert.Contains("職員U", invited.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_goes_to_its_person_by_mail_and_is_shown_only_when_the_mail_did_not_arrive()
    {
        var administrator = await InOfficeWithMailAsync();
        var mail = $"{Guid.CreateVersion7():N}@example.jp";
        await administrator.Browser.GetAsync("/people");

        await administrator.Browser.PostAsync("/people", ("name", "職員U"), ("mail", mail), ("roles", Roles.Clerk));
        Assert.Empty(Link().Matches(administrator.Browser.Html));
        Assert.Contains($"リンクを {mail} に送りました。", administrator.Browser.Text, StringComparison.Ordinal);
        var link = Assert.Single(await MailedAsync(mail));
        var invited = new Browser(office.Client());
        await invited.GetAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, await invited.PostAsync(link, ("password", Staff.Password), ("again", Staff.Password)));

        await using var db = office.Db();
        var person = await db.People.SingleAsync(row => row.Mail == mail);
        await administrator.Browser.GetAsync($"/people/{person.Id}");
        await administrator.Browser.PostAsync($"/people/{person.Id}/link");
        Assert.Empty(Link().Matches(administrator.Browser.Html));
        Assert.Equal(2, (await MailedAsync(mail)).Count);
        await db.Mails.Where(row => row.Address == mail).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.State, MailState.Bounced));
        await administrator.Browser.PostAsync($"/people/{person.Id}/link");
        Assert.Single(Link().Matches(administrator.Browser.Html));
        Assert.Equal(2, (await MailedAsync(mail)).Count);
    }

    /// <summary>An office whose mails leave by a server of its own.</summary>
    private async Task<Staff> InOfficeWithMailAsync()
    {
        var officeId = await office.NewOfficeAsync();
        await using var db = office.Db();
        await db.Offices.Where(row => row.Id == officeId).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.Mail, "office@s.example.jp"));
        db.MailServers.Add(new MailServer { OfficeId = officeId, Host = "mail.s.example.jp", Port = 587, Security = SmtpSecurity.StartTls, ChangedAt = office.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        return await Staff.JoinAsync(office, [Roles.Administrator], officeId);
    }

    /// <summary>The links as they were sent.</summary>
    private async Task<IReadOnlyList<string>> MailedAsync(string address)
    {
        await using var db = office.Db();
        var key = office.Services.GetRequiredService<GuestKey>();
        var mails = await db.Mails.Where(mail => mail.Address == address).ToListAsync();
        return [.. mails.Select(mail => Link().Match(GuestToken.RevealAll(mail.Text, key)).Value)];
    }

    [Fact]
    public async Task A_link_ends_after_seven_days()
    {
        await using var db = office.Db();
        var link = AddPerson.Welcome(db, AddPerson.To(db, Guid.CreateVersion7(), "職員U", "late@example.jp", [Roles.Clerk], office.Clock.GetUtcNow()).Id, office.Clock.GetUtcNow());
        await db.SaveChangesAsync();

        office.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(HttpStatusCode.NotFound, await new Browser(office.Client()).GetAsync(link));
    }

    [Fact]
    public async Task What_was_typed_stays_when_an_invitation_is_refused()
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);
        await administrator.Browser.GetAsync("/people");

        var status = await administrator.Browser.PostAsync("/people", ("name", "職員U"), ("mail", "ちがう"), ("roles", Roles.Clerk));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(("職員U", "ちがう", Roles.Clerk), (administrator.Browser.ValueOf("name"), administrator.Browser.ValueOf("mail"), administrator.Browser.ValueOf("roles")));
    }

    [Fact]
    public async Task Only_administrators_see_the_people()
    {
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk]);

        Assert.Equal(HttpStatusCode.Forbidden, await clerk.Browser.GetAsync("/people"));
        Assert.Contains("この操作はできません", clerk.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_of_another_office_is_unknown()
    {
        var ours = await Staff.JoinAsync(office, [Roles.Administrator]);
        var theirs = await Staff.JoinAsync(office, [Roles.Clerk]);

        Assert.Equal(HttpStatusCode.NotFound, await ours.Browser.GetAsync($"/people/{theirs.PersonId}"));
        Assert.Contains("ページが見つかりません", ours.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_change_and_nobody_takes_the_last_key_from_themselves()
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], administrator.OfficeId);
        await administrator.Browser.GetAsync($"/people/{clerk.PersonId}");
        await administrator.Browser.PostAsync($"/people/{clerk.PersonId}/roles", ("roles", Roles.Manager));
        await administrator.Browser.GetAsync($"/people/{administrator.PersonId}");

        var own = await administrator.Browser.PostAsync($"/people/{administrator.PersonId}/roles", ("roles", Roles.Clerk));
        await clerk.Browser.GetAsync("/account");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, own);
        Assert.Contains("役割 管理者", clerk.Browser.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("/welcome/[A-Za-z0-9_.-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : InvitePersonTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : InvitePersonTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
