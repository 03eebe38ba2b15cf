using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
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
    public async Task J7_The_page_counts_and_lists_the_running_cases_by_what_would_become_of_them()
    {
        var release = await Releases.OpenAsync(office);
        var standing = await release.RunningAsync(Asked("P3D", static drawing => drawing.Receive("between", "told", "=\"k\"")), cases: 4);
        var (past, waits, reminded, before) = (standing[0].Id, standing[1].Id, standing[2].Id, standing[3].Id);
        await FinishAsync(release, past, "early", "ask");
        await release.Cases.DeliverAsync("told", "k", $"told-{past}");
        await office.DrainAsync();
        await FinishAsync(release, waits, "early", "ask");
        await FinishAsync(release, reminded, "early");
        await release.DraftAsync(Asked("P5D", static drawing => drawing.Work("between", "form=test-visit")));

        await release.Page.GetAsync("/procedures/p/publish");

        foreach (var (id, word) in new[] { (past, "影響なし"), (before, "移せます"), (reminded, "選ぶことがあります"), (waits, "移せません") })
        {
            Assert.Contains($"{word} 1 件", release.Page.Text, StringComparison.Ordinal);
            Assert.Matches($"<tr>(?:(?!</tr>).)*/cases/{id}(?:(?!</tr>).)*{word}", release.Page.Html.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Work, a question with a reminder, something between, and more work.</summary>
    private static Bpmn Asked(string wait, Func<Bpmn, Bpmn> between) => between(new Bpmn("p").Start().Work("early", "form=test-visit").Work("ask", "form=test-visit"))
        .Boundary("remind", "ask", wait, isInterrupting: false).Work("hurry", "form=test-visit").Work("last", "form=test-visit").End().End("hurried")
        .Path("start", "early", "ask", "between", "last", "end").Path("remind", "hurry", "hurried").Lane(Roles.Specialist, "early", "ask", "between", "hurry", "last");

    /// <summary>Finishes the open work of a case, one after the other.</summary>
    private static async Task FinishAsync(Releases release, Guid caseId, params string[] names)
    {
        foreach (var name in names)
        {
            await release.Cases.FinishAsync(Assert.Single(await release.Cases.OpenWorkAsync(), work => work.CaseId == caseId && work.Name == name));
        }
    }

    [Fact]
    public async Task J11_A_version_for_a_later_day_is_used_from_that_day_on()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Releases.Drawn("P3D"), cases: 0);
        await release.DraftAsync(Releases.Drawn("P5D"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await release.PublishAsync("あした"));
        Assert.Contains("使い始める日が読めません", release.Page.Text, StringComparison.Ordinal);
        var day = OfficeWorkflow.Workflows.Timing.CivilTime.DayOf(office.Clock.GetUtcNow(), OfficeWorkflow.Workflows.Timing.WorkCalendar.Tokyo).AddDays(2);
        Assert.Equal(HttpStatusCode.Redirect, await release.PublishAsync(Typed(day)));

        Assert.Equal(1, await NumberOfAsync(release, (await release.Cases.StartAsync("p")).VersionId));
        office.Clock.Advance(TimeSpan.FromDays(2));
        await office.DrainAsync();
        Assert.Equal(2, await NumberOfAsync(release, (await release.Cases.StartAsync("p")).VersionId));
    }

    [Fact]
    public async Task A_change_on_top_of_a_version_that_waits_for_its_day_waits_with_it_until_somebody_knowingly_says_today()
    {
        var release = await Releases.OpenAsync(office);
        var today = OfficeWorkflow.Workflows.Timing.CivilTime.DayOf(office.Clock.GetUtcNow(), OfficeWorkflow.Workflows.Timing.WorkCalendar.Tokyo);
        await release.RunningAsync(Releases.Drawn("P3D"), cases: 0);
        await release.DraftAsync(Releases.Drawn("P3D", "approve"));
        Assert.Equal(HttpStatusCode.Redirect, await release.PublishAsync(Typed(today.AddDays(20))));
        await release.DraftAsync(Releases.Drawn("P5D", "approve"));

        await release.Page.GetAsync("/procedures/p/publish");
        Assert.Contains("第2版は", release.Page.Text, StringComparison.Ordinal);
        Assert.Contains("まだ始まっていません", release.Page.Text, StringComparison.Ordinal);
        Assert.Matches("いま使われている第1版と変わること.*「approve」を足しました.*第2版の図", release.Page.Text);
        Assert.Equal(HttpStatusCode.Redirect, await release.PublishAsync());

        Assert.Equal(today.AddDays(20), await StartOfAsync(release, number: 3));
        Assert.Equal(1, await NumberOfAsync(release, (await release.Cases.StartAsync("p")).VersionId));
        await release.Page.GetAsync("/procedures/p/restoring?to=1");
        Assert.Contains("戻すと今日から使われ、第3版が使われることはありません", release.Page.Text, StringComparison.Ordinal);

        await release.DraftAsync(Releases.Drawn("P6D", "approve"));
        Assert.Equal(HttpStatusCode.Redirect, await release.PublishAsync(Typed(today)));
        Assert.Equal(4, await NumberOfAsync(release, (await release.Cases.StartAsync("p")).VersionId));
        await release.DraftAsync(Releases.Drawn("P7D", "approve"));
        await release.Page.GetAsync("/procedures/p/publish");
        Assert.DoesNotContain("まだ始まっていません", release.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_looked_at_is_neither_published_nor_put_before_a_second_person()
    {
        var release = await Releases.OpenAsync(office);
        await release.DraftAsync(Releases.Drawn("P3D"));
        await release.Page.GetAsync("/procedures/p/publish");
        await release.DraftAsync(Releases.Drawn("P4D"));
        Assert.Equal(HttpStatusCode.Conflict, await release.Page.PostAsync("/procedures/p/publish", ("Note", "試し")));
        Assert.Contains("下書きか公開中の版が変わりました", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/publish"));

        await release.NeedApprovalAsync();
        await release.DraftAsync(Releases.Drawn("P5D"));
        await release.Page.GetAsync("/procedures/p/publish");
        await release.DraftAsync(Releases.Drawn("P6D"));
        Assert.Equal(HttpStatusCode.Conflict, await release.Page.PostAsync("/procedures/p/requests", ("Note", "承認してください")));
        Assert.Contains("：4日後 → 6日後", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/requests"));

        await using var db = release.Cases.Db();
        Assert.Equal(("試し", "承認してください"), ((await db.ProcedureVersions.SingleAsync()).Note, (await db.PublishRequests.SingleAsync()).Note));
    }

    [Fact]
    public async Task What_was_compared_with_another_version_than_the_newest_is_not_published()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Releases.Drawn("P3D"), cases: 0);
        await release.RunningAsync(Releases.Drawn("P5D"), cases: 0);
        await release.DraftAsync(Releases.Drawn("P9D"));
        await release.Page.GetAsync("/procedures/p/publish");
        var page = release.Page.Html;
        await release.Page.GetAsync("/procedures/p/restoring?to=1");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/restoring"));

        await release.Page.ShowAsync(page);
        Assert.Equal(HttpStatusCode.Conflict, await release.Page.PostAsync("/procedures/p/publish", ("Note", "試し")));

        Assert.Contains("：3日後 → 9日後", release.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task J14_A_procedure_of_300_elements_is_published_within_a_second()
    {
        var release = await Releases.OpenAsync(office);
        var published = new List<TimeSpan>();
        foreach (var wait in new[] { "P3D", "P4D", "P5D" })
        {
            await release.DraftAsync(Big(wait));
            await release.Page.GetAsync("/procedures/p/publish");
            var watch = Stopwatch.StartNew();
            Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/publish", ("Note", "試し")));
            published.Add(watch.Elapsed);
        }

        // What else the machine does at the moment only adds to it: the quickest turn is what publishing needs.
        Assert.InRange(published.Min(), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    /// <summary>300 elements: start, a question with a reminder that leads to an end of its own, 73 times a fork with two ways and their join, more work, end.</summary>
    private static Bpmn Big(string wait)
    {
        const int Forks = 73;
        var drawing = new Bpmn("p").Start().Work("ask", "form=test-visit").Boundary("remind", "ask", wait, isInterrupting: false).End("hurried").Path("remind", "hurried").End().Path("start", "ask");
        var (work, last) = (new List<string> { "ask" }, "ask");
        for (var at = 0; at < Forks; at++)
        {
            string[] ways = [$"left-{at}", $"right-{at}"];
            drawing = drawing.Fork($"fork-{at}").Fork($"join-{at}").Path(last, $"fork-{at}");
            foreach (var way in ways)
            {
                drawing = drawing.Work(way, "form=test-visit").Path($"fork-{at}", way, $"join-{at}");
            }

            work.AddRange(ways);
            last = $"join-{at}";
        }

        foreach (var more in new[] { "more-1", "more-2", "more-3" })
        {
            drawing = drawing.Work(more, "form=test-visit").Path(last, more);
            work.Add(more);
            last = more;
        }

        return drawing.Path(last, "end").Lane(Roles.Specialist, [.. work]);
    }

    [Fact]
    public async Task J10_With_four_eyes_nobody_publishes_what_nobody_else_approved_on_the_page_or_over_the_API()
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
    public async Task A9_A_statutory_step_cannot_be_published_away_on_the_page_or_over_the_API()
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

    [Theory]
    [InlineData("\"value\":\"consent-explain\"", "\"value\":\"consent-paper\"", "種類か様式が変わっています")]
    [InlineData("<office:role key=\"specialist\"", "<office:role key=\"clerk\"", "役割が変わっています")]
    [InlineData("<bpmn:userTask id=\"consent-explain\"", "<bpmn:manualTask id=\"consent-explain\"", "種類か様式が変わっています")]
    public async Task A9_What_is_locked_of_a_statutory_step_cannot_be_published_otherwise_on_the_page_or_over_the_API(string law, string other, string says)
    {
        var release = await Releases.OpenAsync(office);
        await release.SeedAsync();
        await using var db = release.Cases.Db();
        var source = (await db.ProcedureVersions.SingleAsync(static version => version.Key == "consent")).Source;
        await release.Api.PutAsync("/api/v1/procedures/consent/draft", Otherwise(source, law, other));

        var (status, json) = await release.Api.SendAsync("/api/v1/procedures/consent/versions", new { note = "試し" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["statutory-steps-stay"], json.GetProperty("errors").EnumerateArray().Select(static error => error.GetProperty("code").GetString()));
        await release.Page.GetAsync("/procedures/consent/publish");
        Assert.Contains(says, release.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/procedures/consent/publish\"", release.Page.Html, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Redirect, await release.Administrator.PostUnaskedAsync("/procedures/consent/publish", "/procedures/consent/publish", ("Note", "試し")));
        Assert.Single(await db.ProcedureVersions.Where(static version => version.Key == "consent").ToListAsync());
    }

    [Theory]
    [InlineData("plan-creation", "office:collection=\"=addressees\"", "office:collection=\"=[]\"")]
    [InlineData("consent", "<bpmn:userTask id=\"consent-explain\"", "<bpmn:userTask id=\"consent-explain\" isForCompensation=\"true\"")]
    public async Task A9_A_statutory_step_that_would_be_done_for_nobody_or_only_to_undo_another_is_not_published(string key, string law, string other)
    {
        var release = await Releases.OpenAsync(office);
        await release.SeedAsync();
        await using var db = release.Cases.Db();
        var source = (await db.ProcedureVersions.SingleAsync(version => version.Key == key)).Source;

        Assert.Contains("statutory-steps-stay", await ErrorsAsync(release, key, Otherwise(source, law, other)));
    }

    [Fact]
    public async Task A9_A_statutory_step_in_another_process_of_the_file_is_not_published()
    {
        var release = await Releases.OpenAsync(office);
        await release.SeedAsync();
        await using var db = release.Cases.Db();
        var source = (await db.ProcedureVersions.SingleAsync(static version => version.Key == "consent")).Source;
        var at = source.IndexOf("<bpmn:userTask id=\"consent-explain\"", StringComparison.Ordinal);
        var step = source[at..(source.IndexOf("</bpmn:userTask>", at, StringComparison.Ordinal) + "</bpmn:userTask>".Length)];
        var apart = Regex.Replace(step, "<bpmn:(?<way>incoming|outgoing)>[^<]*</bpmn:\\k<way>>", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var attic = $"""
            <bpmn:process id="attic"><bpmn:laneSet id="attic-lanes"><bpmn:lane id="attic-lane"><bpmn:extensionElements><office:role key="specialist" /></bpmn:extensionElements>
            <bpmn:flowNodeRef>consent-explain</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>{apart}</bpmn:process>
            """;
        var bridged = source.Replace("consent-explain", "explain", StringComparison.Ordinal).Replace("<bpmndi:BPMNDiagram", $"{attic}<bpmndi:BPMNDiagram", StringComparison.Ordinal);

        Assert.Contains("statutory-steps-stay", await ErrorsAsync(release, "consent", bridged));
    }

    /// <summary>What keeps a text from being published.</summary>
    private static async Task<IReadOnlyList<string?>> ErrorsAsync(Releases release, string key, string source)
    {
        await release.Api.PutAsync($"/api/v1/procedures/{key}/draft", source);
        var (status, json) = await release.Api.SendAsync($"/api/v1/procedures/{key}/versions", new { note = "試し" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        return [.. json.GetProperty("errors").EnumerateArray().Select(static error => error.GetProperty("code").GetString())];
    }

    /// <summary>The text with one thing written otherwise, its closing tag too.</summary>
    private static string Otherwise(string source, string law, string other)
    {
        var at = source.IndexOf(law, StringComparison.Ordinal);
        Assert.True(at >= 0, law);
        var changed = source.Remove(at, law.Length).Insert(at, other);
        var close = changed.IndexOf("</bpmn:userTask>", at, StringComparison.Ordinal);

        return other.StartsWith("<bpmn:manualTask", StringComparison.Ordinal) ? changed.Remove(close, "</bpmn:userTask>".Length).Insert(close, "</bpmn:manualTask>") : changed;
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
    public async Task J10_Drafting_and_reviewing_do_not_give_publishing_or_moving()
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

    [Fact]
    public async Task J10_What_is_not_published_is_seen_by_those_who_draft_or_review_it_and_by_nobody_else()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Releases.Drawn("P3D"), cases: 1);
        await release.NeedApprovalAsync();
        await release.DraftAsync(Releases.Drawn("P5D"));
        await release.Page.GetAsync("/procedures/p/publish");
        await release.Page.PostAsync("/procedures/p/requests", ("Note", "承認してください"));
        var request = await RequestAsync(release);
        string[] pages =
        [
            "/procedures/p/publish", "/procedures/p/publish/draft.bpmn", request, $"{request}/drawing", "/procedures/p/restoring?to=1", "/procedures/p/move", "/procedures/p/backtest",
            "/procedures/p/trials", "/procedures/p/copies", "/procedures/p/design", "/procedures/p/draft", "/procedures/p/versions/1/package",
        ];

        var manager = await release.JoinAsync(Roles.Manager, "管理者M");
        var others = new List<Staff> { await Staff.JoinAsync(office, [Roles.Administrator]) };
        foreach (var role in new[] { Roles.Specialist, Roles.Assistant, Roles.Clerk, Roles.Auditor })
        {
            others.Add(await release.JoinAsync(role, "職員X"));
        }

        foreach (var page in pages)
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, await manager.Browser.GetAsync(page)));
            foreach (var other in others)
            {
                Assert.NotEqual((page, HttpStatusCode.OK), (page, await other.Browser.GetAsync(page)));
            }
        }
    }

    [Theory]
    [InlineData(Roles.Manager, HttpStatusCode.OK)]
    [InlineData(Roles.Specialist, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Auditor, HttpStatusCode.Forbidden)]
    public async Task J10_Over_the_API_too_drafting_is_apart_from_publishing(string role, HttpStatusCode drafts)
    {
        var release = await Releases.OpenAsync(office);
        await release.DraftAsync(Releases.Drawn("P3D"));
        var api = await ApiCaller.OfAsync(office, await release.JoinAsync(role, "職員X"));

        Assert.Equal(drafts, (await api.PutAsync("/api/v1/procedures/p/draft", Releases.Drawn("P4D").ToString())).Status);
        Assert.Equal(drafts, (await api.AskAsync("/api/v1/procedures/p/trials")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.SendAsync("/api/v1/procedures/p/versions", new { note = "試し" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.SendAsync("/api/v1/procedures/p/retirement", new { reason = "試し" })).Status);
    }

    [Fact]
    public async Task Who_drew_a_kept_draft_does_not_approve_it_though_another_went_on_with_it()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Releases.Drawn("P3D"), cases: 0);
        var (manager, second) = (await release.JoinAsync(Roles.Manager, "管理者M"), await release.JoinAsync(Roles.Manager, "管理者N"));
        await (await ApiCaller.OfAsync(office, second)).PutAsync("/api/v1/procedures/p/draft", Releases.Drawn("P4D").ToString());
        await KeepMineAsync(manager, Releases.Drawn("P5D").ToString());
        await using var db = release.Cases.Db();
        await release.Page.GetAsync("/procedures/p/copies");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync($"/procedures/p/copies/{(await db.DraftCopies.SingleAsync()).Id}"));
        await release.NeedApprovalAsync();
        await release.Page.GetAsync("/procedures/p/publish");
        await release.Page.PostAsync("/procedures/p/requests", ("Note", "承認してください"));

        Assert.Equal(HttpStatusCode.Forbidden, await AnswerAsync(manager, await RequestAsync(release), "approve"));
        Assert.Equal(HttpStatusCode.Forbidden, await AnswerAsync(second, await RequestAsync(release), "approve"));
    }

    /// <summary>Saves a draft that gives way to the one that is there, and is kept beside.</summary>
    private static async Task KeepMineAsync(Staff staff, string source)
    {
        await staff.Browser.GetAsync("/procedures/p/design");
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri("/procedures/p/draft", UriKind.Relative)) { Content = JsonContent.Create(new { source, revision = 1, keep = "mine" }) };
        request.Headers.Add("RequestVerificationToken", staff.Browser.ValueOf("__RequestVerificationToken"));
        using var answer = await staff.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
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

    private static string Typed(DateOnly day) => day.ToString("yyyy/M/d", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<DateOnly> StartOfAsync(Releases release, int number)
    {
        await using var db = release.Cases.Db();
        return await db.ProcedureVersions.Where(version => version.Number == number).Select(static version => version.StartsOn).SingleAsync();
    }

    private static async Task<int> NumberOfAsync(Releases release, Guid versionId)
    {
        await using var db = release.Cases.Db();
        return await db.ProcedureVersions.Where(version => version.Id == versionId).Select(static version => version.Number).SingleAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PublishTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PublishTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
