using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Releasing;

public abstract class PublishTests(RunningOffice office)
{
    [Fact]
    public async Task The_page_says_what_differs_what_uses_it_and_what_it_means_for_running_cases()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Releases.Drawn("P3D"), cases: 2);
        await release.DraftAsync(Releases.Drawn("P5D", "approve"));

        Assert.Equal(HttpStatusCode.OK, await release.Page.GetAsync("/procedures/p/publish"));

        Assert.Contains("：3日後 → 5日後", release.Page.Text, StringComparison.Ordinal);
        Assert.Contains("「approve」を足しました", release.Page.Text, StringComparison.Ordinal);
        Assert.Matches("data-added=\"[^\"]*\\bapprove\\b", release.Page.Html);
        Assert.Contains("選ぶことがあります 2 件", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await release.Page.GetAsync("/procedures/p/publish/draft.bpmn"));
        Assert.Equal(Releases.Drawn("P5D", "approve").ToString(), release.Page.Html);
    }

    [Fact]
    public async Task A_version_for_a_later_day_is_used_from_that_day_on()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Releases.Drawn("P3D"), cases: 0);
        await release.DraftAsync(Releases.Drawn("P5D"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await release.PublishAsync("あした"));
        Assert.Contains("使い始める日が読めません", release.Page.Text, StringComparison.Ordinal);
        var day = OfficeWorkflow.Workflows.Timing.CivilTime.DayOf(office.Clock.GetUtcNow(), OfficeWorkflow.Workflows.Timing.WorkCalendar.Tokyo).AddDays(2);
        Assert.Equal(HttpStatusCode.Redirect, await release.PublishAsync(day.ToString("yyyy/M/d", System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(1, await NumberOfAsync(release, (await release.Cases.StartAsync("p")).VersionId));
        office.Clock.Advance(TimeSpan.FromDays(2));
        await office.DrainAsync();
        Assert.Equal(2, await NumberOfAsync(release, (await release.Cases.StartAsync("p")).VersionId));
    }

    [Fact]
    public async Task With_four_eyes_nobody_publishes_what_nobody_else_approved_on_the_page_or_over_the_API()
    {
        var release = await Releases.OpenAsync(office);
        await release.NeedApprovalAsync();
        await release.DraftAsync(Releases.Drawn("P3D"));
        Assert.Equal((HttpStatusCode.Conflict, "approval-needed"), await PublishByApiAsync(release));
        await release.Page.GetAsync("/procedures/p/publish");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/requests", ("Note", "承認してください")));
        var request = await RequestAsync(release);

        await release.Page.GetAsync(request);
        Assert.Contains("あなたが変えたものです", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await AnswerAsync(release.Administrator, request, "approve"));

        var manager = await release.JoinAsync(Roles.Manager, "管理者M");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AnswerAsync(manager, request, "decline"));
        Assert.Equal(HttpStatusCode.Redirect, await AnswerAsync(manager, request, "approve"));
        Assert.Equal(HttpStatusCode.Conflict, await AnswerAsync(manager, request, "decline"));

        await release.DraftAsync(Releases.Drawn("P4D"));
        Assert.Equal((HttpStatusCode.Conflict, "approval-needed"), await PublishByApiAsync(release));
        await release.DraftAsync(Releases.Drawn("P3D"));
        Assert.Equal((HttpStatusCode.Created, null), await PublishByApiAsync(release));
    }

    [Fact]
    public async Task With_four_eyes_changed_days_of_a_reminder_go_the_same_way()
    {
        var release = await Releases.OpenAsync(office);
        await release.SeedAsync();
        await release.NeedApprovalAsync();
        await release.Page.GetAsync("/procedures/consent/ladders");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await release.Page.PostAsync("/procedures/consent/ladders", ("after-consent-expiry", "20")));
        Assert.Contains("もう一人の承認が要ります", release.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_drew_part_of_it_does_not_approve_it_though_another_asked()
    {
        var release = await Releases.OpenAsync(office);
        var manager = await release.JoinAsync(Roles.Manager, "管理者M");
        var drawing = await ApiCaller.OfAsync(office, manager);
        await release.DraftAsync(Releases.Drawn("P3D"));
        await drawing.PutAsync("/api/v1/procedures/p/draft", Releases.Drawn("P4D").ToString());
        await release.NeedApprovalAsync();
        await release.Page.GetAsync("/procedures/p/publish");
        await release.Page.PostAsync("/procedures/p/requests", ("Note", "承認してください"));

        Assert.Equal(HttpStatusCode.Forbidden, await AnswerAsync(manager, await RequestAsync(release), "approve"));
    }

    [Fact]
    public async Task A_statutory_step_cannot_be_published_away_on_the_page_or_over_the_API()
    {
        var release = await Releases.OpenAsync(office);
        await release.SeedAsync();
        await using var db = release.Cases.Db();
        var source = (await db.ProcedureVersions.SingleAsync(static version => version.Key == "consent")).Source;
        await release.Api.PutAsync("/api/v1/procedures/consent/draft", source.Replace("consent-explain", "explain", StringComparison.Ordinal));

        var (status, json) = await release.Api.SendAsync("/api/v1/procedures/consent/versions", new { note = "試し" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("statutory-steps-stay", json.GetProperty("errors").EnumerateArray().Select(static error => error.GetProperty("code").GetString()));
        await release.Page.GetAsync("/procedures/consent/publish");
        Assert.Contains("法定手順", release.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/procedures/consent/publish\"", release.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_is_a_new_version_with_the_old_text_and_leaves_the_draft_alone()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Releases.Drawn("P3D"), cases: 0);
        await release.RunningAsync(Releases.Drawn("P5D"), cases: 0);
        await release.DraftAsync(Releases.Drawn("P9D"));

        await release.Page.GetAsync("/procedures/p/restoring?to=1");
        Assert.Contains("：5日後 → 3日後", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/restoring"));

        await using var db = release.Cases.Db();
        var versions = await db.ProcedureVersions.OrderBy(static version => version.Number).ToListAsync();
        Assert.Equal(versions[0].Source, versions[2].Source);
        Assert.Contains("P9D", (await db.ProcedureDrafts.SingleAsync()).Source, StringComparison.Ordinal);
        await release.Page.GetAsync("/procedures/p/restoring?to=1");
        Assert.DoesNotContain("action=\"/procedures/p/restoring\"", release.Page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await release.Page.GetAsync("/procedures/p/restoring?to=shipped"));
        Assert.Equal(HttpStatusCode.NotFound, await release.Page.GetAsync("/procedures/p/restoring?to=99"));
    }

    [Fact]
    public async Task A_shipped_procedure_has_a_way_back_to_what_was_shipped()
    {
        var release = await Releases.OpenAsync(office);
        await release.SeedAsync();
        await using var db = release.Cases.Db();
        var shipped = (await db.ProcedureVersions.SingleAsync(static version => version.Key == "consent")).Source;
        await release.Api.PutAsync("/api/v1/procedures/consent/draft", shipped.Replace("repeat working days(3, 3)", "repeat working days(5, 3)", StringComparison.Ordinal));
        await release.Page.GetAsync("/procedures/consent/publish");
        Assert.Contains("3営業日ごとに3回まで → 5営業日ごとに3回まで", release.Page.Text, StringComparison.Ordinal);
        await release.Page.PostAsync("/procedures/consent/publish", ("Note", "試し"));

        await release.Page.GetAsync("/procedures/consent/restoring?to=shipped");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/consent/restoring"));

        Assert.Equal(shipped, (await db.ProcedureVersions.AsNoTracking().Where(static version => version.Key == "consent").OrderByDescending(static version => version.Number).FirstAsync()).Source);
    }

    [Fact]
    public async Task Drafting_and_reviewing_do_not_give_publishing_or_moving()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Releases.Drawn("P3D"), cases: 1);
        await release.DraftAsync(Releases.Drawn("P5D"));
        var manager = await release.JoinAsync(Roles.Manager, "管理者M");

        Assert.Equal(HttpStatusCode.OK, await manager.Browser.GetAsync("/procedures/p/publish"));
        Assert.DoesNotContain("action=\"/procedures/p/publish\"", manager.Browser.Html, StringComparison.Ordinal);
        foreach (var address in new[] { "/procedures/p/publish", "/procedures/p/restoring", "/procedures/p/move" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await PostAnywayAsync(manager, address));
        }

        var specialist = await release.JoinAsync(Roles.Specialist, "専門員X");
        Assert.NotEqual(HttpStatusCode.OK, await specialist.Browser.GetAsync("/procedures/p/publish"));
        Assert.NotEqual(HttpStatusCode.OK, await specialist.Browser.GetAsync("/procedures/p/move"));
    }

    private static async Task<HttpStatusCode> PostAnywayAsync(Staff staff, string address)
    {
        await staff.Browser.GetAsync("/procedures/p/publish");
        using var fields = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", staff.Browser.ValueOf("__RequestVerificationToken")!), KeyValuePair.Create("Note", "x")]);
        using var answer = await staff.Http.PostAsync(new Uri(address, UriKind.Relative), fields);
        return answer.StatusCode is HttpStatusCode.Redirect ? HttpStatusCode.Forbidden : answer.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string? Code)> PublishByApiAsync(Releases release)
    {
        var (status, json) = await release.Api.SendAsync("/api/v1/procedures/p/versions", new { note = "試し" });
        return (status, json.ValueKind is JsonValueKind.Object && json.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    private static async Task<string> RequestAsync(Releases release)
    {
        await using var db = release.Cases.Db();
        return $"/procedures/p/requests/{(await db.PublishRequests.SingleAsync()).Id}";
    }

    private static async Task<HttpStatusCode> AnswerAsync(Staff staff, string request, string answer)
    {
        await staff.Browser.GetAsync(request);
        using var fields = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", staff.Browser.ValueOf("__RequestVerificationToken")!), KeyValuePair.Create("Answer", answer)]);
        using var response = await staff.Http.PostAsync(new Uri($"{request}/decision", UriKind.Relative), fields);
        return response.StatusCode;
    }

    private static async Task<int> NumberOfAsync(Releases release, Guid versionId)
    {
        await using var db = release.Cases.Db();
        return await db.ProcedureVersions.Where(version => version.Id == versionId).Select(static version => version.Number).SingleAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PublishTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PublishTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
