using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.People;

public abstract class SignInTests(RunningOffice office)
{
    [Fact]
    public async Task Nobody_sees_a_page_before_signing_in_and_comes_back_to_it_after()
    {
        var browser = new Browser(office.Client());

        await browser.GetAsync("/account");
        Assert.StartsWith("http://localhost/sign-in?returnUrl=%2Faccount", browser.Location, StringComparison.Ordinal);

        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        await browser.GetAsync("/sign-in?returnUrl=%2Faccount");
        await browser.PostAsync("/sign-in", ("mail", staff.Mail), ("password", Staff.Password));
        Assert.Equal("/account", browser.Location);
    }

    [Theory]
    [InlineData("//example.com")]
    [InlineData("https://example.com")]
    [InlineData("/\\example.com")]
    public async Task Nobody_is_led_elsewhere_after_signing_in(string elsewhere)
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var browser = new Browser(office.Client());
        await browser.GetAsync("/sign-in");

        await browser.PostAsync("/sign-in", ("mail", staff.Mail), ("password", Staff.Password), ("back", elsewhere));

        Assert.Equal("/", browser.Location);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_says_nothing_of_who_exists()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var browser = new Browser(office.Client());
        await browser.GetAsync("/sign-in");

        var known = await browser.PostAsync("/sign-in", ("mail", staff.Mail), ("password", "ちがうことば"));
        var sentence = browser.Text[browser.Text.IndexOf("入力を確かめて", StringComparison.Ordinal)..];
        Assert.Equal(staff.Mail, browser.ValueOf("mail"));
        var unknown = await browser.PostAsync("/sign-in", ("mail", "nobody@example.jp"), ("password", "ちがうことば"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (known, unknown));
        Assert.Equal(sentence, browser.Text[browser.Text.IndexOf("入力を確かめて", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_door_for_a_quarter_of_an_hour()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var browser = new Browser(office.Client());
        await browser.GetAsync("/sign-in");
        for (var time = 0; time < 5; time++)
        {
            await browser.PostAsync("/sign-in", ("mail", staff.Mail), ("password", "ちがうことば"));
        }

        var locked = await browser.PostAsync("/sign-in", ("mail", staff.Mail), ("password", Staff.Password));
        office.Clock.Advance(TimeSpan.FromMinutes(16));
        var later = await browser.PostAsync("/sign-in", ("mail", staff.Mail), ("password", Staff.Password));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (locked, later));
        await using var db = office.Db();
        Assert.Equal(
            ["signed-in", "signin-locked", "signed-in"],
            await db.Audit.Where(row => row.OfficeId == staff.OfficeId && row.Act.StartsWith("sign")).OrderBy(static row => row.At).ThenBy(static row => row.Act).Select(static row => row.Act).ToListAsync());
    }

    [Fact]
    public async Task An_address_that_nobody_has_closes_like_any_other()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var (known, unknown) = (new Browser(office.Client()), new Browser(office.Client()));
        await known.GetAsync("/sign-in");
        await unknown.GetAsync("/sign-in");
        for (var time = 0; time < 7; time++)
        {
            await known.PostAsync("/sign-in", ("mail", staff.Mail), ("password", "ちがうことば"));
            await unknown.PostAsync("/sign-in", ("mail", "nobody-closes@example.jp"), ("password", "ちがうことば"));

            Assert.Equal(known.Text, unknown.Text);
        }

        Assert.Contains("15分ほど", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_does_not_come_from_our_page_is_refused_in_Japanese()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("mail", "a@example.jp"), KeyValuePair.Create("password", "x")]);

        using var answer = await office.Client().PostAsync(new Uri("/sign-in", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("送信を受け付けられませんでした", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        await staff.Browser.GetAsync("/account");

        await staff.Browser.PostAsync("/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.GetAsync("/account"));
    }

    [Fact]
    public async Task Losing_the_last_role_ends_the_session_at_once()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        await using (var db = office.Db())
        {
            await db.Set<PersonRole>().Where(role => role.PersonId == staff.PersonId).ExecuteDeleteAsync();
        }

        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.GetAsync("/account"));
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var elsewhere = await Staff.SignInAsync(office, staff.PersonId, staff.OfficeId, staff.Mail);
        await staff.Browser.GetAsync("/account");

        await staff.Browser.PostAsync(
            "/account/password", ("current", Staff.Password), ("password", "あたらしいことば-2026"), ("again", "あたらしいことば-2026"));

        Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync("/account"));
        Assert.Equal(HttpStatusCode.Redirect, await elsewhere.Browser.GetAsync("/account"));
    }

    [Fact]
    public async Task The_door_stops_who_knocks_too_often_from_one_address_and_nobody_else()
    {
        using var guesser = RemoteAddress.Own(office.Client());
        using var guess = new StringContent("");
        var answers = new List<HttpStatusCode>();
        for (var knock = 0; knock <= 120; knock++)
        {
            using var answer = await guesser.PostAsync(new Uri("/sign-in", UriKind.Relative), guess);
            answers.Add(answer.StatusCode);
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers.Take(120));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.OK, await (await Staff.JoinAsync(office, [Roles.Clerk])).Browser.GetAsync("/account"));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SignInTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SignInTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
