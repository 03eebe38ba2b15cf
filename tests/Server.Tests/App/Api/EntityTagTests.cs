using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Tests.Automation.Work;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App.Api;

/// <summary>Row M1 of the table of features: who writes on what they have read overwrites nothing that came in between.</summary>
public abstract class EntityTagTests(RunningOffice office)
{
    private const string Drawing = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><startEvent id=\"s\"/></process></definitions>";

    [Fact]
    public async Task M1_Etag_and_if_match_of_twenty_who_read_the_same_work_one_writes()
    {
        var (caller, path) = await OpenAsync();
        var tag = await TagAsync(caller, path);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => SendAsync(caller, HttpMethod.Post, $"{path}/plan", new { followUpOn = $"R8.2.{number + 1}" }, tag)));

        Assert.Single(answers, static status => status is HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(static status => status is HttpStatusCode.PreconditionFailed));
        Assert.NotEqual(tag, await TagAsync(caller, path));
    }

    [Fact]
    public async Task M1_Of_twenty_leads_who_read_the_same_work_one_gives_it_to_somebody()
    {
        var desk = await Desk.NewAsync(office, "");
        var item = await desk.StartAsync();
        var (leads, clerks, path) = (new List<ApiCaller>(), new List<Staff>(), $"/api/v1/work/{item.Id}");
        for (var number = 0; number < 4; number++)
        {
            leads.Add(await ApiCaller.JoinAsync(office, Roles.Manager, desk.Cases.OfficeId));
            clerks.Add(await desk.JoinAsync(Roles.Clerk));
        }

        var tag = await TagAsync(leads[0], path);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            SendAsync(leads[number % 4], HttpMethod.Post, $"{path}/assignee", new { to = clerks[number / 5].PersonId, reason = "割り当て" }, tag)));

        Assert.Single(answers, static status => status is HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(static status => status is HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task M1_A_tag_that_no_longer_holds_stops_every_write_of_work_and_one_that_holds_none()
    {
        var (caller, path) = await OpenAsync();
        var old = await TagAsync(caller, path);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(caller, HttpMethod.Post, $"{path}/plan", new { priority = "High" }, old));

        foreach (var (act, body) in new (string, object)[]
        {
            ("claim", new { }), ("release", new { }), ("plan", new { priority = "Low" }), ("delegation", new { to = caller.Staff.PersonId, reason = "x" }),
            ("completion", new { operationId = "op", values = new { } }), ("return", new { to = "task", reason = "x" }),
        })
        {
            Assert.Equal((act, HttpStatusCode.PreconditionFailed), (act, await SendAsync(caller, HttpMethod.Post, $"{path}/{act}", body, old)));
        }

        var now = await TagAsync(caller, path);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(caller, HttpMethod.Post, $"{path}/plan", new { priority = "Low" }, $"\"other\", {now}"));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(caller, HttpMethod.Post, $"{path}/completion", new { operationId = "op", values = new { } }, "*"));
    }

    [Fact]
    public async Task M1_A_draft_that_somebody_else_saved_is_not_overwritten()
    {
        var caller = await ApiCaller.JoinAsync(office, Roles.Administrator);
        const string path = "/api/v1/procedures/mine/draft";
        using var first = await PutAsync(caller, path, expected: null);
        using var second = await PutAsync(caller, path, first.Headers.ETag!.Tag);
        using var late = await PutAsync(caller, path, first.Headers.ETag.Tag);
        using var nonsense = await PutAsync(caller, path, "\"what\"");
        using var last = await PutAsync(caller, path, second.Headers.ETag!.Tag);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed, HttpStatusCode.OK],
            [first.StatusCode, second.StatusCode, late.StatusCode, nonsense.StatusCode, last.StatusCode]);
    }

    [Fact]
    public async Task M1_The_tag_of_a_draft_does_not_come_back_after_a_publication()
    {
        var caller = await ApiCaller.JoinAsync(office, Roles.Administrator);
        const string path = "/api/v1/procedures/p/draft";
        using var first = await PutAsync(caller, path, expected: null, Releases.Drawn("P3D").ToString());
        await caller.SendAsync("/api/v1/procedures/p/versions", new { note = "試し" });
        using var second = await PutAsync(caller, path, await TagAsync(caller, "/api/v1/procedures/p"), Releases.Drawn("P4D").ToString());

        using var late = await PutAsync(caller, path, first.Headers.ETag!.Tag, Releases.Drawn("P5D").ToString());

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (second.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task M1_A_draft_that_somebody_saved_since_it_was_read_is_not_published()
    {
        var caller = await ApiCaller.JoinAsync(office, Roles.Administrator);
        const string path = "/api/v1/procedures/p/draft";
        using var read = await PutAsync(caller, path, expected: null, Releases.Drawn("P3D").ToString());
        using var saved = await PutAsync(caller, path, expected: null, Releases.Drawn("P4D").ToString());

        Assert.Equal(HttpStatusCode.PreconditionFailed, await SendAsync(caller, HttpMethod.Post, "/api/v1/procedures/p/versions", new { note = "試し" }, read.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await SendAsync(caller, HttpMethod.Post, "/api/v1/procedures/p/versions", new { note = "試し" }, "\"what\""));
        Assert.Equal(HttpStatusCode.Created, await SendAsync(caller, HttpMethod.Post, "/api/v1/procedures/p/versions", new { note = "試し" }, saved.Headers.ETag!.Tag));
    }

    [Fact]
    public async Task M1_A_case_that_went_on_is_not_cancelled_by_who_has_not_seen_it()
    {
        var desk = await Desk.NewAsync(office, "");
        var manager = await ApiCaller.JoinAsync(office, Roles.Manager, desk.Cases.OfficeId);
        var item = await desk.StartAsync();
        var path = $"/api/v1/cases/{item.CaseId}";
        var tag = await TagAsync(manager, path);
        await manager.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = "op", values = new { } });

        Assert.Equal(HttpStatusCode.PreconditionFailed, await SendAsync(manager, HttpMethod.Post, $"{path}/cancellation", new { reason = "取り下げ" }, tag));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(manager, HttpMethod.Post, $"{path}/cancellation", new { reason = "取り下げ" }, await TagAsync(manager, path)));
    }

    private async Task<(ApiCaller Caller, string Path)> OpenAsync()
    {
        var desk = await Desk.NewAsync(office, "");
        var caller = await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId);
        var item = await desk.StartAsync();
        await caller.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
        return (caller, $"/api/v1/work/{item.Id}");
    }

    private static async Task<string> TagAsync(ApiCaller caller, string path)
    {
        using var answer = await caller.Http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.Headers.ETag!.Tag;
    }

    private static async Task<HttpStatusCode> SendAsync(ApiCaller caller, HttpMethod method, string path, object body, string expected)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", expected);
        using var answer = await caller.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> PutAsync(ApiCaller caller, string path, string? expected, string source = Drawing)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = new StringContent(source, Encoding.UTF8, "application/xml") };
        if (expected is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(expected));
        }

        return caller.Http.SendAsync(request);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : EntityTagTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : EntityTagTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
