using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Automation.Work.Api;

public abstract class WorkApiTests(RunningOffice office)
{
    private static readonly object Visited = new { place = "home", wishes = "通いたい" };

    [Fact]
    public async Task Fifty_completions_at_once_give_one_answer_and_forty_nine_times_who_and_when()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var callers = new List<ApiCaller>();
        for (var number = 0; number < 5; number++)
        {
            callers.Add(await JoinAsync(desk, Roles.Clerk, $"職員{number}"));
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            callers[number % 5].SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = $"op-{number}", values = Visited })));

        Assert.Single(answers, static answer => answer.Status is HttpStatusCode.OK);
        var winner = (await desk.ReloadAsync(item)).FinishedById;
        var name = $"職員{callers.FindIndex(caller => caller.Staff.PersonId == winner)}";
        var lost = answers.Where(static answer => answer.Status is HttpStatusCode.Conflict).Select(static answer => answer.Json).ToList();
        Assert.Equal(49, lost.Count);
        Assert.All(lost, problem => Assert.Equal(
            ("work-finished", name, ManualClock.FirstDay, $"この作業は、{name}さんが令和8年1月19日(月) 09:00に終えました。案件の経過で内容を確かめてください。"),
            (Text(problem, "code"), Text(problem, "by"), problem.GetProperty("since").GetDateTimeOffset(), Text(problem, "title"))));
        Assert.Equal(["after"], (await desk.Cases.OpenWorkAsync()).Select(static work => work.Name));
    }

    [Fact]
    public async Task The_same_operation_twice_is_answered_the_same_and_done_once()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var caller = await JoinAsync(desk, Roles.Clerk);
        var body = new { operationId = "op-1", values = Visited };

        var first = await caller.SendAsync($"/api/v1/work/{item.Id}/completion", body);
        var revision = (await desk.Cases.FileAsync(item.CaseId)).Revision;
        office.Clock.Advance(TimeSpan.FromHours(1));
        var second = await caller.SendAsync($"/api/v1/work/{item.Id}/completion", body);
        var withKey = await caller.SendAsync($"/api/v1/work/{item.Id}/completion", body, "key-1");

        Assert.All([first, second, withKey], static answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal((first.Json.ToString(), first.Json.ToString()), (second.Json.ToString(), withKey.Json.ToString()));
        Assert.Equal("finished", Text(first.Json, "state"));
        Assert.Equal(revision, (await desk.Cases.FileAsync(item.CaseId)).Revision);
    }

    [Fact]
    public async Task Fifty_times_the_same_operation_at_once_is_one_effect_and_fifty_times_the_same_answer()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var caller = await JoinAsync(desk, Roles.Clerk);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            caller.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = "op-1", values = Visited })));

        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers.Select(static answer => answer.Json.ToString()).Distinct(StringComparer.Ordinal));
        Assert.Equal(["after"], (await desk.Cases.OpenWorkAsync()).Select(static work => work.Name));
    }

    [Fact]
    public async Task A_completion_under_a_key_is_answered_from_the_key_and_refuses_the_key_for_another()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var caller = await JoinAsync(desk, Roles.Clerk);

        var first = await caller.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = "op-1", values = Visited }, "key-1");
        var again = await caller.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = "op-1", values = Visited }, "key-1");
        var other = await caller.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = "op-2", values = Visited }, "key-1");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Equal(first.Json.ToString(), again.Json.ToString());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "key-reused"), (other.Status, Text(other.Json, "code")));
    }

    [Fact]
    public async Task What_is_entered_reaches_the_case_as_it_would_from_the_page()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var caller = await JoinAsync(desk, Roles.Clerk);

        var answer = await caller.SendAsync(
            $"/api/v1/work/{item.Id}/completion",
            new
            {
                operationId = "op-1",
                values = new { place = "other", placeName = "髙橋ビル", wishes = "𠮷の家に通いたい", visitedAt = "2026-01-19T09:30:00+09:00", needs = new[] { new { goal = "続ける", on = "2026-04-01" } } },
            });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var variables = await desk.Cases.VariablesAsync(item.CaseId);
        Assert.Equal(
            (Value.Of("髙橋ビル"), Value.Of("𠮷の家に通いたい"), Value.Of(new DateTimeOffset(2026, 1, 19, 9, 30, 0, TimeSpan.FromHours(9)))),
            (variables["placeName"], variables["wishes"], variables["visitedAt"]));
        var need = Assert.IsType<Value.Record>(Assert.Single(Assert.IsType<Value.List>(variables["needs"]).Items));
        Assert.Equal((Value.Of("続ける"), Value.Of(new DateOnly(2026, 4, 1))), (need["goal"], need["on"]));
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_its_fields()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var caller = await JoinAsync(desk, Roles.Clerk);

        var answer = await caller.SendAsync(
            $"/api/v1/work/{item.Id}/completion",
            new { operationId = "op-1", values = new { place = "other", visitedAt = "きのう", needs = new[] { new { on = "2026-04-01" } } } });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(
            ["placeName required", "visitedAt not-a-date", "wishes required", "needs.0.goal required"],
            answer.Json.GetProperty("errors").EnumerateArray().Select(static error => $"{Text(error, "field")} {Text(error, "code")}"));
        Assert.True((await desk.ReloadAsync(item)).IsOpen);
    }

    [Theory]
    [InlineData("""{"operationId":"op-1","values":{"place":"home","whishes":"通いたい"}}""", "field-unknown")]
    [InlineData("""{"operationId":"op-1","values":{"place":"home","wishes":"通いたい","needs":[{"goal":"続ける"},{"gaol":"続ける"}]}}""", "field-unknown")]
    [InlineData("""{"operationId":"op-1","values":{"place":"home","wishes":"通いたい","needs.rows":"1","needs.0.gaol":"続ける"}}""", "field-unknown")]
    [InlineData("""{"operationId":"op-1","values":{"place":"home","wishes":"通いたい","needs":"続ける"}}""", "rows-unreadable")]
    [InlineData("""{"operationId":"op-1","values":{"place":"home","wishes":"通いたい","needs":[{"goal":"一"},{"goal":"二"},{"goal":"三"},{"goal":"四"}]}}""", "too-many-rows")]
    [InlineData("""{"operationId":"op-1","values":["home"]}""", "values-unreadable")]
    [InlineData("""{"operationId":"","values":{"place":"home","wishes":"通いたい"}}""", "operation-missing")]
    [InlineData("""{"values":{"place":"home","wishes":"通いたい"}}""", "operation-missing")]
    public async Task What_a_program_said_wrong_is_not_lost_without_a_word(string body, string code)
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var caller = await JoinAsync(desk, Roles.Clerk);

        var answer = await caller.SendTextAsync($"/api/v1/work/{item.Id}/completion", body);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.Status, Text(answer.Json, "code")));
        Assert.True((await desk.ReloadAsync(item)).IsOpen);
    }

    [Fact]
    public async Task Work_is_claimed_by_one_and_given_back()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var one = await JoinAsync(desk, Roles.Clerk, "事務員V");
        var other = await JoinAsync(desk, Roles.Clerk, "事務員W");

        var claimed = await one.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
        var again = await one.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
        var late = await other.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
        var foreign = await other.SendAsync($"/api/v1/work/{item.Id}/release", new { });
        var mine = await one.GetAsync("/api/v1/work?mine=true");
        var released = await one.SendAsync($"/api/v1/work/{item.Id}/release", new { });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (claimed.Status, again.Status));
        Assert.Equal("事務員V", Text(claimed.Json.GetProperty("assignee"), "name"));
        Assert.Equal((HttpStatusCode.Conflict, "work-taken", "事務員V"), (late.Status, Text(late.Json, "code"), Text(late.Json, "by")));
        Assert.Equal((HttpStatusCode.Conflict, "work-taken"), (foreign.Status, Text(foreign.Json, "code")));
        Assert.Equal(item.Id, Assert.Single(mine.GetProperty("items").EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Equal((HttpStatusCode.OK, JsonValueKind.Null), (released.Status, released.Json.GetProperty("assignee").ValueKind));
    }

    [Fact]
    public async Task A_reserved_act_is_done_by_nobody_else()
    {
        var desk = await Desk.NewAsync(office, "form=test-explain");
        var item = await desk.StartAsync();
        var clerk = await JoinAsync(desk, Roles.Clerk);
        var manager = await JoinAsync(desk, Roles.Manager);
        var specialist = await JoinAsync(desk, Roles.Specialist);
        var body = new { operationId = "op-1", values = new { said = "話した" } };

        var claimed = await clerk.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
        var byClerk = await clerk.SendAsync($"/api/v1/work/{item.Id}/completion", body);
        var byManager = await manager.SendAsync($"/api/v1/work/{item.Id}/completion", body);
        var bySpecialist = await specialist.SendAsync($"/api/v1/work/{item.Id}/completion", body);

        Assert.Equal(
            [(HttpStatusCode.Forbidden, "act-reserved"), (HttpStatusCode.Forbidden, "act-reserved"), (HttpStatusCode.Forbidden, "act-reserved")],
            new[] { claimed, byClerk, byManager }.Select(static answer => (answer.Status, Text(answer.Json, "code"))));
        Assert.Equal(HttpStatusCode.OK, bySpecialist.Status);
    }

    [Fact]
    public async Task Work_of_another_office_does_not_exist()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var stranger = await ApiCaller.JoinAsync(office, Roles.Manager);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.AskAsync($"/api/v1/work/{item.Id}")).Status);
        foreach (var act in new[] { "claim", "release", "completion", "return" })
        {
            var answer = await stranger.SendAsync($"/api/v1/work/{item.Id}/{act}", new { operationId = "op-1", values = Visited });
            Assert.Equal((HttpStatusCode.NotFound, "work-unknown"), (answer.Status, Text(answer.Json, "code")));
        }

        Assert.Empty((await stranger.GetAsync($"/api/v1/work?case={item.CaseId}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_list_is_of_a_case_of_a_state_and_in_pages_that_miss_nothing()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var caller = await JoinAsync(desk, Roles.Clerk);
        var items = new List<Guid>();
        for (var number = 0; number < 53; number++)
        {
            items.Add((await desk.StartAsync()).Id);
        }

        var first = await caller.GetAsync("/api/v1/work");
        var second = await caller.GetAsync($"/api/v1/work?after={Text(first, "next")}");
        var one = await desk.StartAsync();
        await caller.SendAsync($"/api/v1/work/{one.Id}/completion", new { operationId = "op-1", values = Visited });
        var ofCase = await caller.GetAsync($"/api/v1/work?case={one.CaseId}");
        var done = await caller.GetAsync("/api/v1/work?state=done&mine=true");
        var unknown = await caller.AskAsync("/api/v1/work?state=later");

        Assert.Equal(items.Order(), Ids(first).Concat(Ids(second)).Order());
        Assert.Equal((50, 3, JsonValueKind.Null), (Ids(first).Count(), Ids(second).Count(), second.GetProperty("next").ValueKind));
        Assert.Equal("after", Text(Assert.Single(ofCase.GetProperty("items").EnumerateArray()), "name"));
        Assert.Equal([one.Id], Ids(done));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "state-unknown"), (unknown.Status, Text(unknown.Json, "code")));
    }

    [Fact]
    public async Task Work_shows_its_form_what_it_begins_with_and_why_it_cannot_be_done_now()
    {
        var desk = await Desk.NewAsync(office, "form=test-explain");
        var item = await desk.StartAsync();
        var specialist = await JoinAsync(desk, Roles.Specialist);
        var clerk = await JoinAsync(desk, Roles.Clerk);

        var before = await specialist.GetAsync($"/api/v1/work/{item.Id}");
        var theirs = await clerk.GetAsync($"/api/v1/work/{item.Id}");
        await specialist.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
        var mine = await specialist.GetAsync($"/api/v1/work/{item.Id}");

        var field = Assert.Single(mine.GetProperty("work").GetProperty("form").GetProperty("fields").EnumerateArray());
        Assert.Equal(("said", "text", "話したこと", true), (Text(field, "key"), Text(field, "type"), Text(field, "label"), field.GetProperty("isRequired").GetBoolean()));
        Assert.Equal((JsonValueKind.Null, 0), (before.GetProperty("values").ValueKind, before.GetProperty("facts").GetArrayLength()));
        Assert.Equal("前回のとおり", Text(mine.GetProperty("values"), "said"));
        Assert.Equal("specialist", Assert.Single(mine.GetProperty("work").GetProperty("form").GetProperty("reservedTo").EnumerateArray()).GetString());
        Assert.Equal((JsonValueKind.Null, "act-reserved"), (mine.GetProperty("notNow").ValueKind, Text(theirs.GetProperty("notNow"), "code")));
    }

    [Fact]
    public async Task Work_is_sent_back_to_a_step_that_was_done_with_the_reason_and_once()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var caller = await JoinAsync(desk, Roles.Clerk);
        await caller.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = "op-1", values = Visited });
        var after = Assert.Single(await desk.Cases.OpenWorkAsync());

        var shown = await caller.GetAsync($"/api/v1/work/{after.Id}");
        var empty = await caller.SendAsync($"/api/v1/work/{after.Id}/return", new { to = "after", reason = " " });
        var returned = await caller.SendAsync($"/api/v1/work/{after.Id}/return", new { to = "task", reason = "日付が違う" });
        var again = await caller.SendAsync($"/api/v1/work/{after.Id}/return", new { to = "task", reason = "日付が違う" });

        Assert.Equal("task", Text(Assert.Single(shown.GetProperty("returns").EnumerateArray()), "key"));
        Assert.Equal(
            ["to return-target-unknown", "reason reason-missing"],
            empty.Json.GetProperty("errors").EnumerateArray().Select(static error => $"{Text(error, "field")} {Text(error, "code")}"));
        Assert.Equal((HttpStatusCode.OK, "sent-back"), (returned.Status, Text(returned.Json, "state")));
        Assert.Equal((HttpStatusCode.Conflict, "work-sent-back"), (again.Status, Text(again.Json, "code")));
        Assert.Equal("task", Assert.Single(await desk.Cases.OpenWorkAsync()).Name);
    }

    [Fact]
    public async Task The_document_describes_the_calls_of_work()
    {
        using var http = office.Client();

        var paths = (await http.GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative))).GetProperty("paths");

        var complete = paths.GetProperty("/api/v1/work/{id}/completion").GetProperty("post");
        Assert.Equal(["200", "403", "404", "409", "412", "422"], complete.GetProperty("responses").EnumerateObject().Select(static answer => answer.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["after", "case", "mine", "state"],
            paths.GetProperty("/api/v1/work").GetProperty("get").GetProperty("parameters").EnumerateArray()
                .Select(static parameter => Text(parameter, "name")!.ToLowerInvariant()).Order(StringComparer.Ordinal));
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static IEnumerable<Guid> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetGuid());

    private Task<ApiCaller> JoinAsync(Desk desk, string role, string name = "職員") => ApiCaller.JoinAsync(office, role, desk.Cases.OfficeId, name);

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : WorkApiTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : WorkApiTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
