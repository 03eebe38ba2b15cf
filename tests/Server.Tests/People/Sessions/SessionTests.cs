using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.People.Sessions;

public abstract class SessionTests(RunningOffice office)
{
    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_one()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var elsewhere = await Staff.SignInAsync(office, staff.PersonId, staff.OfficeId, staff.Mail);
        await using var db = office.Db();
        var other = (await db.SignInSessions.Where(session => session.PersonId == staff.PersonId).OrderBy(static session => session.Id).ToListAsync())[1];
        await staff.Browser.GetAsync("/account");
        Assert.Contains("（2 台）", staff.Browser.Text, StringComparison.Ordinal);

        await staff.Browser.PostAsync($"/account/sessions/{other.Id}/end");

        Assert.Equal(HttpStatusCode.Redirect, await elsewhere.Browser.GetAsync("/account"));
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync("/account"));
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Act == "session-ended" && entry.PersonId == staff.PersonId));
    }

    [Fact]
    public async Task L5_Signing_out_everywhere_ends_the_tokens_of_programs_too()
    {
        var program = await ApiCaller.JoinAsync(office, Roles.Clerk, await office.NewOfficeAsync());
        Assert.Equal(HttpStatusCode.OK, (await program.AskAsync("/api/v1/work")).Status);
        await program.Staff.Browser.GetAsync("/account");

        await program.Staff.Browser.PostAsync("/account/sessions/end");

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.AskAsync("/api/v1/work")).Status);
    }

    [Fact]
    public async Task A_new_password_ends_the_tokens_of_programs_too()
    {
        var program = await ApiCaller.JoinAsync(office, Roles.Clerk, await office.NewOfficeAsync());
        Assert.Equal(HttpStatusCode.OK, (await program.AskAsync("/api/v1/work")).Status);
        await program.Staff.Browser.GetAsync("/account");

        await program.Staff.Browser.PostAsync(
            "/account/password", ("current", Staff.Password), ("password", "あたらしいことば-2026"), ("again", "あたらしいことば-2026"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.AskAsync("/api/v1/work")).Status);
    }

    [Fact]
    public async Task Ending_all_others_leaves_this_one()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var elsewhere = await Staff.SignInAsync(office, staff.PersonId, staff.OfficeId, staff.Mail);
        await staff.Browser.GetAsync("/account");

        await staff.Browser.PostAsync("/account/sessions/end");

        Assert.Equal(HttpStatusCode.Redirect, await elsewhere.Browser.GetAsync("/account"));
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync("/account"));
    }

    [Fact]
    public async Task A_session_ends_twelve_hours_after_the_sign_in_whatever_is_done_meanwhile()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        for (var hour = 1; hour < 12; hour++)
        {
            office.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync("/account"));
        }

        Assert.Contains("（1 台）", staff.Browser.Text, StringComparison.Ordinal);
        office.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.GetAsync("/account"));

        var again = await Staff.SignInAsync(office, staff.PersonId, staff.OfficeId, staff.Mail);
        await again.Browser.GetAsync("/account");
        Assert.Contains("（1 台）", again.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L5_A_cookie_of_before_signing_out_lets_nobody_in()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var browser = new Browser(RemoteAddress.Own(office.Client()));
        await browser.GetAsync("/sign-in");
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("mail", staff.Mail), KeyValuePair.Create("password", Staff.Password),
            KeyValuePair.Create("__RequestVerificationToken", browser.ValueOf("__RequestVerificationToken")!),
        ]);
        using var entered = await browser.Http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        using var copied = office.Client();
        copied.DefaultRequestHeaders.Add("Cookie", string.Join("; ", entered.Headers.GetValues("Set-Cookie").Select(static cookie => cookie.Split(';')[0])));
        var thief = new Browser(copied);
        Assert.Equal(HttpStatusCode.OK, await thief.GetAsync("/account"));
        await browser.GetAsync("/account");

        await browser.PostAsync("/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, await thief.GetAsync("/account"));
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync("/account"));
    }

    [Fact]
    public async Task Nobody_ends_the_sessions_of_others()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var other = await Staff.JoinAsync(office, [Roles.Clerk], staff.OfficeId);
        await using var db = office.Db();
        var theirs = await db.SignInSessions.AsNoTracking().SingleAsync(row => row.PersonId == other.PersonId);
        await staff.Browser.GetAsync("/account");
        var token = staff.Browser.ValueOf("__RequestVerificationToken")!;

        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await staff.Http.PostAsync(new Uri($"/account/sessions/{theirs.Id}/end", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await other.Browser.GetAsync("/account"));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SessionTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SessionTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
