using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Jobs;

public abstract class JobPagesTests(RunningOffice office)
{
    [Theory]
    [InlineData(Roles.Administrator, HttpStatusCode.OK)]
    [InlineData(Roles.Auditor, HttpStatusCode.OK)]
    [InlineData(Roles.Clerk, HttpStatusCode.Forbidden)]
    public async Task Who_may_inspect_sees_what_runs_by_itself(string role, HttpStatusCode status)
    {
        var staff = await Staff.JoinAsync(office, [role]);

        Assert.Equal(status, await staff.Browser.GetAsync("/jobs"));
        Assert.Equal(status, await staff.Browser.GetAsync("/jobs/certificate-scan"));
    }

    [Fact]
    public async Task An_administrator_runs_a_job_now_and_sees_what_it_did()
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator], name: "事務管理者J");
        await administrator.Browser.GetAsync("/jobs/retention");

        await administrator.Browser.PostAsync("/jobs/retention/runs");
        await administrator.Browser.FollowAsync();

        Assert.Contains("手動（事務管理者J）", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("件を消しました", administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I8_History_of_a_job_shows_its_last_fifty_runs_with_what_came_of_them()
    {
        var auditor = await Staff.JoinAsync(office, [Roles.Auditor]);
        await using var db = office.Db();
        for (var day = 1; day <= 60; day++)
        {
            var due = office.Clock.GetUtcNow().AddDays(-day);
            db.JobRuns.Add(new JobRun
            {
                Job = "certificate-scan",
                DueAt = due,
                StartedAt = due,
                EndedAt = due.AddSeconds(1),
                IsLate = false,
                Told = day == 7 ? null : $"{day}日前の結果です。",
                Trouble = day == 7 ? "SocketException" : null,
            });
        }

        await db.SaveChangesAsync();
        await auditor.Browser.GetAsync("/jobs/certificate-scan");

        Assert.Contains("新しい順に 50 件", auditor.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("1日前の結果です。", auditor.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("50日前の結果です。", auditor.Browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("51日前の結果です。", auditor.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("（SocketException）。次の予定の時刻にもう一度行います", auditor.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_job_does_not_run_until_it_is_resumed()
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);
        await administrator.Browser.GetAsync("/jobs/message-expiry");
        await administrator.Browser.PostAsync("/jobs/message-expiry/pause");
        await administrator.Browser.FollowAsync();
        Assert.Contains("一時停止中", administrator.Browser.Text, StringComparison.Ordinal);
        office.Clock.Advance(TimeSpan.FromDays(2));
        await using var db = office.Db();

        var state = await db.JobStates.AsNoTracking().SingleAsync(static row => row.Job == "message-expiry");
        Assert.Equal(administrator.PersonId, state.PausedBy);
        var next = await Staff.JoinAsync(office, [Roles.Administrator]);
        await next.Browser.GetAsync("/jobs/message-expiry");
        await next.Browser.PostAsync("/jobs/message-expiry/pause/removal");

        state = await db.JobStates.AsNoTracking().SingleAsync(static row => row.Job == "message-expiry");
        Assert.Null(state.PausedAt);
        Assert.True(state.NextDueAt > office.Clock.GetUtcNow());
        Assert.False(await db.JobRuns.AnyAsync(static run => run.Job == "message-expiry"));
    }

    [Fact]
    public async Task D13_A_pause_survives_a_restart_and_shows_who_paused_it()
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator], name: "事務管理者P");
        await administrator.Browser.GetAsync("/jobs/certificate-scan");
        await administrator.Browser.PostAsync("/jobs/certificate-scan/pause");

        await office.RestartAsync();

        var keeping = office.Services.GetRequiredService<Housekeeping>();
        await keeping.NextDueAsync(CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(3));
        Assert.False(await keeping.RunDueAsync(keeping.Find("certificate-scan")!, CancellationToken.None));
        Assert.True(await keeping.RunDueAsync(keeping.Find("monitoring-scan")!, CancellationToken.None));
        var colleague = await Staff.JoinAsync(office, [Roles.Auditor], administrator.OfficeId);
        await colleague.Browser.GetAsync("/jobs/certificate-scan");
        Assert.Contains("一時停止中", colleague.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("から（事務管理者P）", colleague.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_changes_nothing()
    {
        var auditor = await Staff.JoinAsync(office, [Roles.Auditor]);
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator], auditor.OfficeId);
        await administrator.Browser.GetAsync("/jobs/retention");
        await auditor.Browser.GetAsync("/jobs/retention");
        Assert.DoesNotContain("いま実行する", auditor.Browser.Text, StringComparison.Ordinal);
        await auditor.Browser.GetAsync("/account");
        var token = auditor.Browser.ValueOf("__RequestVerificationToken")!;

        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await auditor.Http.PostAsync(new Uri("/jobs/retention/runs", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : JobPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : JobPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
