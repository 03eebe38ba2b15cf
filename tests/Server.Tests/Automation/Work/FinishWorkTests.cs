using System.Net;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

public abstract class FinishWorkTests(RunningOffice office)
{
    [Fact]
    public async Task Finishing_tells_the_case_what_was_entered_and_shows_what_comes_next()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);

        var status = await clerk.Browser.PostAsync(
            $"/work/{item.Id}/completion", ("place", "home"), ("wishes", "通いたい"), ("visitedAt", "R8.1.19"), ("visitedAt.time", "9時半"),
            ("needs.rows", "2"), ("needs.1.goal", "続ける"));

        Assert.Equal(HttpStatusCode.Redirect, status);
        var variables = await desk.Cases.VariablesAsync(item.CaseId);
        Assert.Equal(Value.Of("通いたい"), variables["wishes"]);
        Assert.Equal(Value.Of(new DateTimeOffset(2026, 1, 19, 9, 30, 0, TimeSpan.FromHours(9))), variables["visitedAt"]);
        Assert.Equal(Value.Of("続ける"), Assert.IsType<Value.Record>(Assert.Single(Assert.IsType<Value.List>(variables["needs"]).Items))["goal"]);
        Assert.Equal((WorkEnd.Finished, (Guid?)clerk.PersonId), ((await desk.ReloadAsync(item)).End, (await desk.ReloadAsync(item)).FinishedById));
        await clerk.Browser.FollowAsync();
        Assert.Contains("「task」を終えました", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("続けてできる作業: after", clerk.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_shown_by_its_field_and_everything_typed_stays()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);
        var tooLong = new string('あ', 2001);

        var status = await clerk.Browser.PostAsync(
            $"/work/{item.Id}/completion", ("place", "other"), ("wishes", tooLong), ("visitedAt", "きのう"), ("needs.rows", "1"), ("needs.0.on", "R8.4.1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        foreach (var field in new[] { "placeName", "visitedAt", "wishes", "needs.0.goal" })
        {
            Assert.Contains($"href=\"#{field}\"", clerk.Browser.Html, StringComparison.Ordinal);
        }

        Assert.Equal(
            (tooLong, "きのう", "R8.4.1", "other"),
            (clerk.Browser.ValueOf("wishes"), clerk.Browser.ValueOf("visitedAt"), clerk.Browser.ValueOf("needs.0.on"), clerk.Browser.ValueOf("place")));
        Assert.True((await desk.ReloadAsync(item)).IsOpen);
    }

    [Fact]
    public async Task The_same_operation_told_twice_is_answered_twice_and_done_once()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);
        var page = clerk.Browser.Html;

        var first = await clerk.Browser.PostAsync($"/work/{item.Id}/completion", ("place", "home"), ("wishes", "通いたい"), ("operationId", "op-1"));
        var after = (await desk.Cases.FileAsync(item.CaseId)).Revision;
        var again = new Browser(clerk.Http);
        await again.ShowAsync(page);
        var second = await again.PostAsync($"/work/{item.Id}/completion", ("place", "home"), ("wishes", "通いたい"), ("operationId", "op-1"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first, second));
        Assert.Equal(after, (await desk.Cases.FileAsync(item.CaseId)).Revision);
    }

    [Fact]
    public async Task B20_Of_two_hundred_who_finish_at_once_one_wins_and_all_others_read_who_and_when()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var pages = new List<(string Name, Staff Staff, Browser Browser)>();
        for (var number = 0; number < 5; number++)
        {
            var staff = await desk.JoinAsync(Roles.Clerk, $"職員{number}");
            await staff.Browser.TakeAsync(item.Id);
            pages.AddRange(Enumerable.Range(0, 40).Select(_ => ($"職員{number}", staff, staff.Browser.Again())));
            await staff.Browser.PostAsync($"/work/{item.Id}/release");
        }

        var answers = await Task.WhenAll(pages.Select((page, number) => page.Browser.PostAsync(
            $"/work/{item.Id}/completion", ("place", "home"), ("wishes", "通いたい"), ("operationId", $"op-{number}"))));

        Assert.Single(answers, static answer => answer is HttpStatusCode.Redirect);
        Assert.Equal(199, answers.Count(static answer => answer is HttpStatusCode.Conflict));
        var winner = pages[Array.IndexOf(answers, HttpStatusCode.Redirect)];
        Assert.Equal(winner.Staff.PersonId, (await desk.ReloadAsync(item)).FinishedById);
        Assert.All(
            pages.Where((_, number) => answers[number] is HttpStatusCode.Conflict),
            page => Assert.Contains($"{winner.Name}さんが令和8年1月19日(月) 09:00に終えました", page.Browser.Text, StringComparison.Ordinal));
        Assert.Equal(["after"], (await desk.Cases.OpenWorkAsync()).Select(static work => work.Name));
    }

    [Fact]
    public async Task A_reserved_act_is_finished_by_nobody_else_whatever_page_they_made()
    {
        var desk = await Desk.NewAsync(office, "form=test-explain");
        var specialist = await desk.JoinAsync(Roles.Specialist);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.GetAsync($"/work/{item.Id}");
        Assert.Contains("相談支援専門員だけができます", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/work/{item.Id}/completion", clerk.Browser.Html, StringComparison.Ordinal);

        var forged = new Browser(clerk.Http);
        await forged.ShowAsync(clerk.Browser.Html.Replace("action=\"/sign-out\"", $"action=\"/work/{item.Id}/completion\"", StringComparison.Ordinal));
        var refused = await forged.PostAsync($"/work/{item.Id}/completion", ("said", "話した"), ("operationId", "x"));
        await specialist.Browser.TakeAsync(item.Id);
        var done = await specialist.Browser.PostAsync($"/work/{item.Id}/completion", ("said", "話した"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Redirect), (refused, done));
        Assert.Equal(Value.Of("話した"), (await desk.Cases.VariablesAsync(item.CaseId))["explained"]);
    }

    [Fact]
    public async Task What_the_act_refuses_is_shown_by_its_field()
    {
        var desk = await Desk.NewAsync(office, "form=test-explain");
        var specialist = await desk.JoinAsync(Roles.Specialist);
        var item = await desk.StartAsync();
        await specialist.Browser.TakeAsync(item.Id);
        Assert.Equal("前回のとおり", specialist.Browser.ValueOf("said"));

        var status = await specialist.Browser.PostAsync($"/work/{item.Id}/completion", ("said", "だめ"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("href=\"#said\"", specialist.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_of_a_cancelled_case_says_so()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);
        await desk.Cases.CancelAsync(item.CaseId);

        var status = await clerk.Browser.PostAsync($"/work/{item.Id}/completion", ("place", "home"), ("wishes", "通いたい"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("案件が中止されたため", clerk.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_and_does_nothing()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var auditor = await desk.JoinAsync(Roles.Auditor);
        var item = await desk.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await auditor.Browser.GetAsync($"/work/{item.Id}"));
        Assert.Contains("閲覧だけの役割", auditor.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_of_another_office_is_unknown()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var stranger = await Staff.JoinAsync(office, [Roles.Manager, Roles.Administrator]);

        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/work/{item.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/work/{item.Id}/assignee"));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : FinishWorkTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : FinishWorkTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
