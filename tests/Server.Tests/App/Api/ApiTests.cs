using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Procedures;

namespace OfficeWorkflow.Server.Tests.App.Api;

public abstract class ApiTests(RunningOffice server)
{
    [Fact]
    public async Task Without_a_token_nothing_is_told()
    {
        using var http = server.Client();

        using var answer = await http.GetAsync(new Uri("/api/v1/cases", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_token_that_was_made_up_is_unknown()
    {
        using var http = server.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "ofw_made-up");

        using var answer = await http.GetAsync(new Uri("/api/v1/cases", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_cookie_changes_nothing_here()
    {
        var staff = await Staff.JoinAsync(server, [Roles.Manager]);

        using var read = await staff.Http.GetAsync(new Uri("/api/v1/cases", UriKind.Relative));
        using var write = await staff.Http.PostAsJsonAsync(new Uri("/api/v1/cases", UriKind.Relative), new { procedure = "x" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (read.StatusCode, write.StatusCode));
    }

    [Fact]
    public async Task A_case_is_started_shown_and_cancelled()
    {
        var (cases, http) = await JoinAsync(Roles.Manager);
        await cases.PublishAsync("one", new Bpmn("one").Start().Work("do").End().Path("start", "do", "end"));

        var started = await http.SendAsync("/api/v1/cases", new { procedure = "one", subject = "c1", variables = new { clientName = "利用者A", days = 14 } });
        var id = started.Json.GetProperty("id").GetGuid();
        var shown = await http.GetAsync($"/api/v1/cases/{id}");
        var cancelled = await http.SendAsync($"/api/v1/cases/{id}/cancellation", new { reason = "取り下げ" });
        var history = await http.GetAsync($"/api/v1/cases/{id}/history");

        Assert.Equal(HttpStatusCode.Created, started.Status);
        Assert.Equal(("c1", "open", 14), (shown.GetProperty("subject").GetString(), shown.GetProperty("status").GetString(), shown.GetProperty("variables").GetProperty("days").GetInt32()));
        Assert.Equal("do", shown.GetProperty("waiting")[0].GetProperty("node").GetString());
        Assert.Equal(HttpStatusCode.OK, cancelled.Status);
        Assert.Equal(["Started", "Cancelled"], history.GetProperty("items").EnumerateArray().Select(static entry => entry.GetProperty("told").GetString()));
    }

    [Fact]
    public async Task What_is_refused_says_why_as_a_problem()
    {
        var (_, http) = await JoinAsync(Roles.Manager);

        var unknown = await http.SendAsync("/api/v1/cases", new { procedure = "nothing" });

        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal("procedure-unknown", unknown.Json.GetProperty("code").GetString());
        Assert.Equal("urn:officeworkflow:problem:procedure-unknown", unknown.Json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_case_of_another_office_does_not_exist()
    {
        var (cases, _) = await JoinAsync(Roles.Manager);
        await cases.PublishAsync("one", new Bpmn("one").Start().Work("do").End().Path("start", "do", "end"));
        var file = await cases.StartAsync("one");
        var (_, stranger) = await JoinAsync(Roles.Manager);

        using var answer = await stranger.Http.GetAsync(new Uri($"/api/v1/cases/{file.Id}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task M2_Idempotency_key_the_same_key_again_gets_the_same_answer_and_has_no_effect()
    {
        var (cases, http) = await JoinAsync(Roles.Manager);
        await cases.PublishAsync("one", new Bpmn("one").Start().Work("do").End().Path("start", "do", "end"));
        var body = new { procedure = "one", subject = "c1" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => http.SendAsync("/api/v1/cases", body, "k1")));
        var again = await http.SendAsync("/api/v1/cases", body, "k1");
        var other = await http.SendAsync("/api/v1/cases", new { procedure = "one", subject = "c2" }, "k1");

        var only = Assert.Single(await cases.AllAsync());
        Assert.Contains(answers, static answer => answer.Status is HttpStatusCode.Created);
        Assert.All(answers, static answer => Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.Conflict));
        Assert.Equal((HttpStatusCode.Created, only.Id), (again.Status, again.Json.GetProperty("id").GetGuid()));
        Assert.Equal("key-reused", other.Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task M2_What_was_refused_may_be_sent_again_under_its_key()
    {
        var (cases, http) = await JoinAsync(Roles.Manager);
        var body = new { procedure = "one" };

        var refused = await http.SendAsync("/api/v1/cases", body, "k1");
        await cases.PublishAsync("one", new Bpmn("one").Start().Work("do").End().Path("start", "do", "end"));
        var taken = await http.SendAsync("/api/v1/cases", body, "k1");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Created), (refused.Status, taken.Status));
    }

    [Fact]
    public async Task A_procedure_is_drafted_published_and_comes_back_byte_for_byte()
    {
        var (_, http) = await JoinAsync(Roles.Administrator);
        var source = "\uFEFF" + BuiltIns.All.Single(static shipped => shipped.Key == "monitoring").Source;

        var saved = await http.PutAsync("/api/v1/procedures/monitoring/draft", source);
        var published = await http.SendAsync("/api/v1/procedures/monitoring/versions", new { note = "初めての版" });
        Assert.DoesNotContain("\"error\"", saved.Json.GetProperty("findings").ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, published.Status);
        var exported = await http.Http.GetByteArrayAsync(new Uri("/api/v1/procedures/monitoring/versions/1.bpmn", UriKind.Relative));

        Assert.Equal(Encoding.UTF8.GetBytes(source), exported);
        Assert.Equal(HttpStatusCode.Created, (await http.SendAsync("/api/v1/cases", new { procedure = "monitoring" })).Status);
        Assert.Equal(HttpStatusCode.OK, await http.Staff.Browser.GetAsync("/procedures/monitoring/design"));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><definitions/>")]
    [InlineData("これは図ではありません")]
    [InlineData("")]
    public async Task A_draft_with_errors_is_kept_and_not_published(string source)
    {
        var (_, http) = await JoinAsync(Roles.Administrator);

        var saved = await http.PutAsync("/api/v1/procedures/bad/draft", source);
        var published = await http.SendAsync("/api/v1/procedures/bad/versions", new { note = "版" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (saved.Status, published.Status));
        Assert.NotEmpty(saved.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal("draft-has-errors", published.Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_clerk_does_not_publish()
    {
        var (_, http) = await JoinAsync(Roles.Clerk);

        var answer = await http.PutAsync("/api/v1/procedures/mine/draft", Drawing("mine"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task A_message_is_delivered_or_kept()
    {
        var (cases, http) = await JoinAsync(Roles.Manager);
        await cases.PublishAsync("wait", new Bpmn("wait").Start().Receive("hear", "answered", "=clientId").End().Path("start", "hear", "end"));
        await http.SendAsync("/api/v1/cases", new { procedure = "wait", variables = new { clientId = "c1" } });

        var delivered = await http.SendAsync("/api/v1/messages", new { name = "answered", key = "c1" });
        var kept = await http.SendAsync("/api/v1/messages", new { name = "answered", key = "c2" });

        Assert.Equal((HttpStatusCode.Accepted, "delivered"), (delivered.Status, delivered.Json.GetProperty("outcome").GetString()));
        Assert.Equal("kept", kept.Json.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("consent-answered")]
    [InlineData("consent-withdrawn")]
    [InlineData("opinion-answered")]
    [InlineData("poll-complete")]
    [InlineData("meeting-called-off")]
    public async Task No_other_program_answers_for_a_client(string name)
    {
        var (cases, http) = await JoinAsync(Roles.Manager);
        await cases.PublishAsync("wait", new Bpmn("wait").Start().Receive("hear", name, "=clientId").End().Path("start", "hear", "end"));
        await http.SendAsync("/api/v1/cases", new { procedure = "wait", variables = new { clientId = "c1" } });

        var answer = await http.SendAsync("/api/v1/messages", new { name, key = "c1", variables = new { outcome = "agreed" } });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "message-own"), (answer.Status, answer.Json.GetProperty("code").GetString()));
        Assert.Equal(CaseStatus.Open, Assert.Single(await cases.AllAsync()).Status);
    }

    [Fact]
    public async Task Who_tells_a_case_something_by_program_stands_in_the_audit()
    {
        var (cases, http) = await JoinAsync(Roles.Manager);

        await http.SendAsync("/api/v1/messages", new { name = "answered", key = "c1" });

        await using var db = cases.Db();
        Assert.NotNull((await db.Audit.SingleAsync(row => row.OfficeId == cases.OfficeId && row.Act == "message-sent-by-api")).PersonId);
    }

    [Fact]
    public async Task The_document_lists_the_calls()
    {
        using var http = server.Client();

        var document = await http.GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative));

        var paths = document.GetProperty("paths").EnumerateObject().Select(static path => path.Name).ToList();
        Assert.Contains("/api/v1/cases/{id}/history", paths);
        Assert.Contains("/api/v1/procedures/{key}/draft", paths);
        Assert.All(paths, static path => Assert.StartsWith("/api/", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_server_says_that_it_is_well()
    {
        using var http = server.Client();

        var health = await http.GetFromJsonAsync<JsonElement>(new Uri("/health", UriKind.Relative));

        Assert.Equal("ok", health.GetProperty("status").GetString());
    }

    private static string Drawing(string key) => new Bpmn(key).Start().Work("do").End().Path("start", "do", "end").ToString();

    private async Task<(Cases Cases, ApiCaller Caller)> JoinAsync(string role)
    {
        var caller = await ApiCaller.JoinAsync(server, role);
        return (new Cases(server, caller.Staff.OfficeId), caller);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ApiTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ApiTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
