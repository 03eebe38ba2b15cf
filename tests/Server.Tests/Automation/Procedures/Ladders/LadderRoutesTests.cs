using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Ladders;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Ladders;

public abstract class LadderRoutesTests(RunningOffice office)
{
    private const string Page = "/procedures/consent/ladders";

    [Fact]
    public async Task A13_A_changed_number_becomes_a_version_that_says_what_changed()
    {
        var administrator = await JoinAsync(Roles.Administrator);
        await administrator.Browser.GetAsync(Page);
        Assert.Contains("同意の返事をうながす", administrator.Browser.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, await administrator.Browser.PostAsync(Page, [("every-consent-reminder", "２"), ("most-consent-reminder", "5"), ("role-notify-manager", "administrator")]));

        var version = (await VersionsAsync(administrator))[0];
        Assert.Equal((2, (Guid?)administrator.PersonId), (version.Number, version.PublishedBy));
        Assert.Contains("「3営業日ごとに3回まで」から「3営業日後から2営業日ごとに5回まで」に変えた", version.Note, StringComparison.Ordinal);
        Assert.Contains("管理者から事務管理者に変えた", version.Note, StringComparison.Ordinal);
        Assert.Equal("repeat working days(3, 2, 5)", LadderReader.Read(version.Source)[0].Rungs[0].Formula);
        await administrator.Browser.GetAsync("/procedures/consent");
        Assert.Contains("2営業日ごとに5回まで", administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("every-consent-reminder", "0")]
    [InlineData("most-consent-reminder", "21")]
    [InlineData("after-consent-escalation", "七")]
    [InlineData("after-consent-escalation", "14")]
    [InlineData("role-notify-manager", "nobody")]
    public async Task What_cannot_be_is_refused_where_it_was_typed(string field, string typed)
    {
        var administrator = await JoinAsync(Roles.Administrator);
        await administrator.Browser.GetAsync(Page);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await administrator.Browser.PostAsync(Page, [(field, typed)]));

        Assert.Contains($"id=\"{field}-error\"", administrator.Browser.Html, StringComparison.Ordinal);
        Assert.Single(await VersionsAsync(administrator));
    }

    [Fact]
    public async Task Without_a_change_there_is_no_version_and_of_two_who_change_one_is_told()
    {
        var administrator = await JoinAsync(Roles.Administrator);
        await administrator.Browser.GetAsync(Page);
        var page = administrator.Browser.Html;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await administrator.Browser.PostAsync(Page, []));
        Assert.Equal(HttpStatusCode.Redirect, await administrator.Browser.PostAsync(Page, [("after-consent-expiry", "20")]));

        await administrator.Browser.ShowAsync(page);
        Assert.Equal(HttpStatusCode.Conflict, await administrator.Browser.PostAsync(Page, [("after-consent-expiry", "30")]));

        Assert.Equal(2, (await VersionsAsync(administrator)).Count);
        Assert.Contains("value=\"20\"", administrator.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_being_drawn_gets_the_same_numbers()
    {
        var administrator = await JoinAsync(Roles.Administrator);
        await using (var db = office.Db(new Scope.Person(administrator.PersonId, administrator.OfficeId)))
        {
            var source = (await VersionsAsync(administrator))[0].Source.Replace("working days(7)", "working days(6)", StringComparison.Ordinal);
            await SaveDraft.HandleAsync("consent", new SaveDraft.Form(source), db, office.Services.GetRequiredService<CheckDraft>(), office.Clock, CancellationToken.None);
        }

        await administrator.Browser.GetAsync(Page);
        await administrator.Browser.PostAsync(Page, [("after-consent-expiry", "20")]);

        await using var seen = office.Db(new Scope.CaseOffice(administrator.OfficeId));
        var draft = await seen.ProcedureDrafts.SingleAsync();
        Assert.Equal((2, 2), (draft.Revision, draft.BasedOn));
        Assert.Contains("working days(6)", draft.Source, StringComparison.Ordinal);
        Assert.Contains("working days(20)", draft.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_was_older_than_the_last_version_stays_so_with_the_new_numbers()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Releases.Drawn("working days(3)"), cases: 0);
        await release.RunningAsync(Releases.Drawn("working days(4)"), cases: 0);
        await release.DraftAsync(Releases.Drawn("working days(4)", "more"));
        await release.Page.GetAsync("/procedures/p/restoring?to=1");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/restoring"));

        await release.Page.GetAsync("/procedures/p/ladders");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/ladders", [("after-remind", "5")]));

        await using var db = release.Cases.Db();
        var draft = await db.ProcedureDrafts.SingleAsync();
        Assert.Equal((2, 2), (draft.BasedOn, draft.Revision));
        Assert.Contains("working days(5)", draft.Source, StringComparison.Ordinal);
        await release.Page.GetAsync("/procedures/p/publish");
        Assert.Contains("この下書きを始めたあとに、第4版が公開されました", release.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_it_looked_at_first_puts_the_numbers_into_the_draft_and_publishes_nothing()
    {
        var administrator = await JoinAsync(Roles.Administrator);
        await administrator.Browser.GetAsync(Page);
        var page = administrator.Browser.Html;

        Assert.Equal(HttpStatusCode.Redirect, await administrator.Browser.PostAsync(Page, [("after-consent-expiry", "20"), ("into", "draft")]));
        await administrator.Browser.ShowAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, await administrator.Browser.PostAsync(Page, [("after-consent-escalation", "6"), ("into", "draft")]));

        Assert.Single(await VersionsAsync(administrator));
        await using var db = office.Db(new Scope.CaseOffice(administrator.OfficeId));
        var draft = await db.ProcedureDrafts.SingleAsync();
        Assert.Equal((2, 1, (Guid?)administrator.PersonId), (draft.Revision, draft.BasedOn, draft.ChangedBy));
        Assert.Contains("working days(20)", draft.Source, StringComparison.Ordinal);
        Assert.Contains("working days(6)", draft.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_second_person_must_approve_the_form_leads_there_and_publishes_nothing()
    {
        var administrator = await JoinAsync(Roles.Administrator);
        await using (var db = office.Db())
        {
            await db.Offices.Where(row => row.Id == administrator.OfficeId).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.NeedsApproval, valueExpression: true));
        }

        await administrator.Browser.GetAsync(Page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await administrator.Browser.PostAsync(Page, [("after-consent-expiry", "20")]));
        Assert.Contains("「下書きに入れる」を押し", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await administrator.Browser.PostAsync(Page, [("after-consent-expiry", "20"), ("into", "draft")]));
        Assert.Equal(HttpStatusCode.OK, await administrator.Browser.GetAsync("/procedures/consent/publish"));

        Assert.Contains("20", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Single(await VersionsAsync(administrator));
    }

    [Fact]
    public async Task A_running_case_keeps_the_days_it_began_with_until_it_is_moved_and_a_new_one_has_the_new_days()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Releases.Drawn("working days(3)"), cases: 1);
        var began = Assert.Single(await DueDaysAsync(release));
        await release.Page.GetAsync("/procedures/p/ladders");
        Assert.Contains("いま動いている1件の案件は、始めたときの日数のまま進みます", release.Page.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/ladders", [("after-remind", "5")]));
        await release.Cases.StartAsync("p");
        var both = await DueDaysAsync(release);
        Assert.Equal([began, began.AddDays(4)], both);

        await release.Page.GetAsync("/procedures/p/move?to=2&timer:remind=again");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/move", ("which", "all")));
        await office.DrainAsync();
        Assert.Equal([both[1], both[1]], await DueDaysAsync(release));
    }

    [Theory]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Specialist)]
    [InlineData(Roles.Auditor)]
    public async Task Only_who_may_publish_changes_them(string role)
    {
        var staff = await JoinAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.GetAsync(Page));
        await staff.Browser.GetAsync("/procedures/consent");
        Assert.DoesNotContain(Page, staff.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_procedure_that_the_office_does_not_have_is_not_there()
    {
        var administrator = await JoinAsync(Roles.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, await administrator.Browser.GetAsync("/procedures/unknown/ladders"));
    }

    /// <summary>The days on which the armed timers fall due, of the older case first.</summary>
    private static async Task<IReadOnlyList<DateOnly>> DueDaysAsync(Releases release)
    {
        await using var db = release.Cases.Db();
        var dues = await (
            from timer in db.Timers
            join file in db.Cases on timer.CaseId equals file.Id
            where timer.State == TimerState.Armed
            orderby file.StartedAt
            select timer.DueAt).ToListAsync();

        return dues.ConvertAll(static due => CivilTime.DayOf(due, WorkCalendar.Tokyo));
    }

    private async Task<List<ProcedureVersion>> VersionsAsync(Staff staff)
    {
        await using var db = office.Db(new Scope.CaseOffice(staff.OfficeId));
        return await db.ProcedureVersions.AsNoTracking().Where(static row => row.Key == "consent").OrderByDescending(static row => row.Number).ToListAsync();
    }

    private async Task<Staff> JoinAsync(string role)
    {
        var staff = await Staff.JoinAsync(office, [role]);
        await using var db = office.Db(new Scope.CaseOffice(staff.OfficeId));
        await office.Services.GetRequiredService<SeedBuiltIns>().HandleAsync(db, staff.OfficeId, CancellationToken.None);
        return staff;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : LadderRoutesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : LadderRoutesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
