using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.App.Housekeeping;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Releasing;

/// <summary>What becomes of drafts, versions and the cases that run on them.</summary>
public abstract class VersionRowTests(RunningOffice office)
{
    [Fact]
    public async Task K1_Draft_never_runs_whoever_begins_a_case_and_however()
    {
        var release = await Releases.OpenAsync(office);
        await release.DraftAsync(Releases.Drawn("P3D"));
        Assert.Equal(HttpStatusCode.NotFound, (await StartAsync(release)).Status);
        Assert.Equal(HttpStatusCode.Redirect, await release.PublishAsync());
        await release.DraftAsync(Releases.Drawn("P3D", "drafted"));

        await release.Cases.PublishAsync("caller", new Bpmn("caller").Start().Call("call", "p").Path("start", "call"));
        await release.Cases.StartAsync("caller");
        await office.DrainAsync();
        Assert.Equal(HttpStatusCode.Created, (await StartAsync(release)).Status);

        var begun = (await release.Cases.AllAsync()).Where(static file => file.ProcedureKey is "p").ToList();
        Assert.Equal(2, begun.Count);
        foreach (var work in await release.Cases.OpenWorkAsync())
        {
            await release.Cases.FinishAsync(work);
        }

        Assert.Empty(await release.Cases.OpenWorkAsync());
        await using var db = release.Cases.Db();
        Assert.Contains("drafted", (await db.ProcedureDrafts.SingleAsync()).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task K1_Retired_procedure_begins_nothing_by_hand_by_program_by_message_or_by_the_clock_and_what_runs_goes_on()
    {
        var release = await Releases.OpenAsync(office);
        await release.Cases.PublishAsync("p", new Bpmn("p").Start().Start("asked", message: "needed").Start("monthly", cycle: "R/2026-01-01T09:00:00+09:00/P1M").Work("ask").End().Path("start", "ask", "end").Path("asked", "ask").Path("monthly", "ask"));
        var running = await release.Cases.StartAsync("p");
        await release.Page.GetAsync("/procedures/p/retirement");
        Assert.Contains("動いている案件（1 件）はそのまま進みます。", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await release.Page.PostAsync("/procedures/p/retirement", ("reason", " ")));
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/retirement", ("reason", "新しい手続きに替えた")));

        await release.Page.FollowAsync();
        Assert.Contains("使うのをやめました。新しい案件は始まりません。動いている案件はそのまま進みます。理由：新しい手続きに替えた", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "procedure-retired"), Code(await StartAsync(release)));
        await release.Cases.DeliverAsync("needed", "k1", "m1");
        await office.UntilAsync(office.Clock.GetUtcNow().AddMonths(2));
        Assert.Equal([running.Id], (await release.Cases.AllAsync()).Select(static file => file.Id));
        await release.Cases.FinishAsync(Assert.Single(await release.Cases.OpenWorkAsync()));
        Assert.Equal(CaseStatus.Completed, (await release.Cases.FileAsync(running.Id)).Status);

        var administrator = await Staff.SignInAsync(office, release.Administrator.PersonId, release.Administrator.OfficeId, release.Administrator.Mail);
        await administrator.Browser.GetAsync("/procedures/p");
        Assert.Equal(HttpStatusCode.Redirect, await administrator.Browser.PostAsync("/procedures/p/retirement/end"));
        Assert.Equal(HttpStatusCode.Created, (await StartAsync(release)).Status);
        await using var db = release.Cases.Db();
        Assert.Equal(["procedure-retired", "procedure-taken-up"], await db.Audit.Where(static row => row.About == "procedure:p" && row.Act != "procedure-published").OrderBy(static row => row.Position).Select(static row => row.Act).ToListAsync());
    }

    [Fact]
    public async Task A_procedure_that_another_one_in_use_calls_is_not_retired_and_nobody_but_who_publishes_retires_one()
    {
        var release = await Releases.OpenAsync(office);
        await release.Cases.PublishAsync("part", new Bpmn("part").Start().Work("ask").Path("start", "ask"));
        await release.Cases.PublishAsync("whole", new Bpmn("whole").Start().Work("first").Call("call", "part").Path("start", "first", "call"));
        var manager = await ApiCaller.OfAsync(office, await release.JoinAsync(Roles.Manager, "管理者M"));
        var reason = new { reason = "要らない" };
        await release.Cases.StartAsync("whole");

        Assert.Equal(HttpStatusCode.Forbidden, (await manager.SendAsync("/api/v1/procedures/part/retirement", reason)).Status);
        Assert.Equal((HttpStatusCode.Conflict, "procedure-called"), Code(await release.Api.SendAsync("/api/v1/procedures/part/retirement", reason)));
        Assert.Equal(HttpStatusCode.OK, (await release.Api.SendAsync("/api/v1/procedures/whole/retirement", reason)).Status);
        Assert.Equal(HttpStatusCode.OK, (await release.Api.SendAsync("/api/v1/procedures/part/retirement", reason)).Status);
        await release.Page.GetAsync("/procedures");
        Assert.Equal(3, release.Page.Text.Split("使うのをやめた").Length);

        // The case that began before calls its part all the same.
        await release.Cases.FinishAsync(Assert.Single(await release.Cases.OpenWorkAsync()));
        await office.DrainAsync();
        Assert.Equal("ask", Assert.Single(await release.Cases.OpenWorkAsync()).Name);
    }

    [Fact]
    public async Task K2_Running_cases_stay_on_their_version_with_its_steps_and_its_moments()
    {
        var release = await Releases.OpenAsync(office);
        var old = (await release.RunningAsync(Releases.Drawn("P3D"), cases: 1))[0];
        var due = await DueAsync(release, old.Id);
        var recent = (await release.RunningAsync(Releases.Drawn("P5D", "approve"), cases: 1))[0];

        Assert.Equal(due, await DueAsync(release, old.Id));
        foreach (var work in await release.Cases.OpenWorkAsync())
        {
            await release.Cases.FinishAsync(work);
        }

        Assert.Equal(CaseStatus.Completed, (await release.Cases.FileAsync(old.Id)).Status);
        Assert.Equal((recent.Id, "approve"), Assert.Single((await release.Cases.OpenWorkAsync()).Select(static work => (work.CaseId, work.Name))));
    }

    [Fact]
    public async Task K3_Rollback_is_a_new_version_whose_trail_says_which_one_it_holds()
    {
        var release = await Releases.OpenAsync(office);
        foreach (var days in new[] { "P1D", "P2D", "P3D", "P4D" })
        {
            await release.RunningAsync(Releases.Drawn(days), cases: 0);
        }

        await release.Page.GetAsync("/procedures/p/restoring?to=3");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/restoring", ("Note", "日数が合わなかった")));

        await using var db = release.Cases.Db();
        var versions = await db.ProcedureVersions.OrderBy(static version => version.Number).ToListAsync();
        Assert.Equal([1, 2, 3, 4, 5], versions.Select(static version => version.Number));
        Assert.Equal((versions[2].Source, "内容は第3版と同じ。日数が合わなかった"), (versions[4].Source, versions[4].Note));
        Assert.Equal(versions[4].Id, (await release.Cases.StartAsync("p")).VersionId);
        await release.Page.GetAsync("/procedures/p");
        Assert.Contains("内容は第3版と同じ。日数が合わなかった", release.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task K4_Full_history_every_version_ever_published_stays_with_who_when_and_why_and_is_given_out_as_it_was()
    {
        var release = await Releases.OpenAsync(office);
        var days = Enumerable.Range(1, 12).ToList();
        foreach (var day in days)
        {
            await release.DraftAsync(Releases.Drawn($"P{day}D"));
            Assert.Equal(HttpStatusCode.Created, (await release.Api.SendAsync("/api/v1/procedures/p/versions", new { note = $"{day}日にした" })).Status);
            office.Clock.Advance(TimeSpan.FromDays(90));
        }

        await Retain.HandleAsync(office.Dbs, office.Clock, CancellationToken.None);

        // Three years later, for whoever is in the office.
        var staff = await release.JoinAsync(Roles.Auditor, "監査員A");
        await staff.Browser.GetAsync("/procedures/p");
        foreach (var day in days)
        {
            Assert.Matches($"第{day}版 .{{0,80}}事務管理者A {day}日にした", staff.Browser.Text);
            Assert.Equal(Releases.Drawn($"P{day}D").ToString(), await staff.Http.GetStringAsync(new Uri($"/procedures/p/versions/{day.ToString(CultureInfo.InvariantCulture)}.bpmn", UriKind.Relative)));
        }
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Json)> StartAsync(Releases release) =>
        release.Api.SendAsync("/api/v1/cases", new { procedure = "p", subject = "c1", variables = new { } });

    private static (HttpStatusCode Status, string? Code) Code((HttpStatusCode Status, System.Text.Json.JsonElement Json) answer) => (answer.Status, answer.Json.GetProperty("code").GetString());

    private static async Task<DateTimeOffset> DueAsync(Releases release, Guid caseId)
    {
        await using var db = release.Cases.Db();
        return await db.Timers.Where(timer => timer.CaseId == caseId && timer.State == TimerState.Armed).Select(static timer => timer.DueAt).SingleAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : VersionRowTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : VersionRowTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
