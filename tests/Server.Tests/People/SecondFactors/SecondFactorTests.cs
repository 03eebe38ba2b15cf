using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.People.SecondFactors;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.People.SecondFactors;

public abstract class SecondFactorTests(RunningOffice office)
{
    [Fact]
    public async Task With_a_second_factor_the_password_alone_lets_nobody_in()
    {
        var (staff, _) = await EnrolledAsync();
        var browser = await PasswordAsync(staff);

        Assert.Equal("/sign-in/code", browser.Location);
        Assert.Equal(HttpStatusCode.Redirect, await browser.GetAsync("/account"));
        await browser.GetAsync("/sign-in/code");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await browser.PostAsync("/sign-in/code", ("code", "000000")));
        await browser.PostAsync("/sign-in/code", ("code", await CodeAsync(staff)));

        Assert.Equal("/", browser.Location);
        Assert.Equal(HttpStatusCode.OK, await browser.GetAsync("/account"));
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        var (staff, _) = await EnrolledAsync();
        var code = await CodeAsync(staff);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var browser = await PasswordAsync(staff);
            await browser.GetAsync("/sign-in/code");
            return await browser.PostAsync("/sign-in/code", ("code", code));
        }));

        Assert.Single(answers, static answer => answer is HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_code_on_paper_stands_in_for_the_phone_once_however_it_is_typed()
    {
        var (staff, codes) = await EnrolledAsync();
        Assert.Equal(RecoveryCodes.Count, codes.Count);

        Assert.Equal(HttpStatusCode.Redirect, await WithCodeAsync(staff, codes[3].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await WithCodeAsync(staff, codes[3]));
        Assert.Equal(HttpStatusCode.Redirect, await WithCodeAsync(staff, codes[4]));
    }

    [Fact]
    public async Task New_codes_on_paper_end_those_of_before_and_are_in_the_audit()
    {
        var (staff, codes) = await EnrolledAsync();
        await staff.Browser.GetAsync("/account/second-factor");

        await staff.Browser.PostAsync("/account/second-factor/codes", ("password", Staff.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await WithCodeAsync(staff, codes[0]));
        await using var db = office.Db();
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Act == "recovery-codes-renewed" && entry.PersonId == staff.PersonId));
    }

    [Fact]
    public async Task Guessing_codes_closes_the_door()
    {
        var (staff, _) = await EnrolledAsync();
        for (var time = 0; time < 5; time++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await WithCodeAsync(staff, "000000"));
        }

        var browser = await PasswordAsync(staff);

        Assert.Contains("しばらくサインインできません", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registering_needs_the_password_and_a_code_and_what_counts_is_not_begun_anew()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        await staff.Browser.GetAsync("/account/second-factor");
        await staff.Browser.PostAsync("/account/second-factor");
        await staff.Browser.FollowAsync();
        Assert.Contains("otpauth://totp/", staff.Browser.Html, StringComparison.Ordinal);

        var code = await CodeAsync(staff);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await staff.Browser.PostAsync("/account/second-factor/confirmation", ("code", code), ("password", "ちがう")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await staff.Browser.PostAsync("/account/second-factor/confirmation", ("code", "000000"), ("password", Staff.Password)));
        Assert.False(await IsOnAsync(staff));
        var begun = staff.Browser.Html;
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.PostAsync("/account/second-factor/confirmation", ("code", code), ("password", Staff.Password)));
        Assert.True(await IsOnAsync(staff));
        await using var db = office.Db();
        var kept = await db.SecondFactors.AsNoTracking().SingleAsync(row => row.PersonId == staff.PersonId);
        await KeepSecondFactor.BeginAsync(staff.PersonId, db, office.Services.GetRequiredService<SecretBox>(), office.Clock, CancellationToken.None);

        Assert.DoesNotContain("予備のコードです", begun, StringComparison.Ordinal);
        Assert.Equal(kept.ProtectedSecret, (await db.SecondFactors.AsNoTracking().SingleAsync(row => row.PersonId == staff.PersonId)).ProtectedSecret);
    }

    [Fact]
    public async Task The_secret_does_not_stand_in_the_database()
    {
        var (staff, codes) = await EnrolledAsync();
        await using var db = office.Db();
        var factor = await db.SecondFactors.AsNoTracking().SingleAsync(row => row.PersonId == staff.PersonId);

        Assert.DoesNotContain(Totp.Base32(office.Services.GetRequiredService<SecretBox>().Open(factor.ProtectedSecret)), factor.ProtectedSecret, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[0], await db.RecoveryCodes.Select(static code => code.Hash).ToListAsync(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Giving_it_up_needs_the_password()
    {
        var (staff, _) = await EnrolledAsync();
        await staff.Browser.GetAsync("/account/second-factor");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await staff.Browser.PostAsync("/account/second-factor/removal", ("password", "ちがう")));
        Assert.True(await IsOnAsync(staff));
        await staff.Browser.PostAsync("/account/second-factor/removal", ("password", Staff.Password));

        Assert.False(await IsOnAsync(staff));
    }

    [Fact]
    public async Task An_administrator_takes_a_lost_one_away_with_a_reason_on_record_and_the_person_is_told()
    {
        var (staff, _) = await EnrolledAsync();
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator], staff.OfficeId, "事務管理者J");
        var path = $"/people/{staff.PersonId}/second-factor/removal";
        await administrator.Browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await administrator.Browser.PostAsync(path, ("reason", " ")));
        await administrator.Browser.PostAsync(path, ("reason", "端末を水没させたと電話で聞いた。"));

        Assert.Equal($"/people/{staff.PersonId}?changed=second-factor", administrator.Browser.Location);
        Assert.False(await IsOnAsync(staff));
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.GetAsync("/account"));
        await using var db = office.Db();
        var entry = await db.Audit.SingleAsync(row => row.OfficeId == staff.OfficeId && row.Act == "second-factor-reset");
        Assert.Equal(administrator.PersonId, entry.PersonId);
        Assert.Contains("水没", entry.Text, StringComparison.Ordinal);
        Assert.Contains("水没", (await db.Mails.SingleAsync(mail => mail.Address == staff.Mail)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_takes_one_away()
    {
        var (staff, _) = await EnrolledAsync();
        var manager = await Staff.JoinAsync(office, [Roles.Manager], staff.OfficeId);
        var stranger = await Staff.JoinAsync(office, [Roles.Administrator]);
        var path = $"/people/{staff.PersonId}/second-factor/removal";

        Assert.Equal(HttpStatusCode.Forbidden, await manager.Browser.GetAsync(path));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync(path));
    }

    private async Task<(Staff Staff, IReadOnlyList<string> Codes)> EnrolledAsync()
    {
        var officeId = Guid.CreateVersion7();
        await using var db = office.Db();
        db.Offices.Add(new OfficeFile { Id = officeId, Name = "相談支援事業所S", Number = "1234567890", Mail = "office@s.example.jp" });
        await db.SaveChangesAsync();
        var staff = await Staff.JoinAsync(office, [Roles.Clerk], officeId);
        await staff.Browser.GetAsync("/account/second-factor");
        await staff.Browser.PostAsync("/account/second-factor");
        await staff.Browser.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.PostAsync("/account/second-factor/confirmation", ("code", await CodeAsync(staff)), ("password", Staff.Password)));
        List<string> codes = [.. Regex.Matches(staff.Browser.Html, "<code>([A-Z2-9]{5}-[A-Z2-9]{5})</code>", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(static match => match.Groups[1].Value)];

        // The code that confirmed it is used up.
        office.Clock.Advance(TimeSpan.FromSeconds(31));
        return (staff, codes);
    }

    private async Task<string> CodeAsync(Staff staff)
    {
        await using var db = office.Db();
        var factor = await db.SecondFactors.AsNoTracking().SingleAsync(row => row.PersonId == staff.PersonId);
        return Totp.CodeAt(office.Services.GetRequiredService<SecretBox>().Open(factor.ProtectedSecret), Totp.StepAt(office.Clock.GetUtcNow()));
    }

    private async Task<bool> IsOnAsync(Staff staff)
    {
        await using var db = office.Db();
        return await CheckCode.IsNeededAsync(db, staff.PersonId, CancellationToken.None);
    }

    private async Task<Browser> PasswordAsync(Staff staff)
    {
        var browser = new Browser(office.Client());
        await browser.GetAsync("/sign-in");
        await browser.PostAsync("/sign-in", ("mail", staff.Mail), ("password", Staff.Password));
        return browser;
    }

    private async Task<HttpStatusCode> WithCodeAsync(Staff staff, string code)
    {
        var browser = await PasswordAsync(staff);
        await browser.GetAsync("/sign-in/code");
        return await browser.PostAsync("/sign-in/code", ("code", code));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SecondFactorTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SecondFactorTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
