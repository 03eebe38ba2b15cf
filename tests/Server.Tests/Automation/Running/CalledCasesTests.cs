using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Automation.Running;

[Trait("Trap", "19")]
[Trait("Element", "Call activity with mapping")]
public abstract class CalledCasesTests(RunningOffice server)
{
    [Fact]
    public async Task A6_A_called_case_gets_what_is_mapped_and_gives_back_what_is_mapped()
    {
        var cases = await ParentAndChildAsync();
        var parent = await cases.StartAsync("parent", KeyValuePair.Create("clientId", Value.Of("c1")));
        await server.DrainAsync();

        await cases.FinishAsync(Assert.Single(await cases.OpenWorkAsync()), KeyValuePair.Create("outcome", Value.Of("agreed")));
        await server.DrainAsync();

        Assert.Equal(Value.Of("agreed"), (await cases.VariablesAsync(parent.Id))["answer"]);
        Assert.All(await cases.AllAsync(), static file => Assert.Equal(CaseStatus.Completed, file.Status));
        Assert.All(await cases.AllAsync(), file => Assert.Equal(("c1", parent.Id), (file.Subject, file.RootId)));
    }

    [Fact]
    [Trait("Trap", "15")]
    public async Task B11_An_escalation_that_nobody_in_the_called_case_catches_is_caught_by_the_caller_and_both_go_on()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("child", new Bpmn("child").Start().Escalate("tell", "late").Work("go-on").Path("start", "tell", "go-on"));
        await cases.PublishAsync("parent", new Bpmn("parent").Start().Call("call", "child").OnEscalation("hear", "call", "late").Work("look").Path("start", "call").Path("hear", "look"));

        await cases.StartAsync("parent");
        await server.DrainAsync();

        Assert.Equal(["go-on", "look"], (await cases.OpenWorkAsync()).Select(static work => work.Name));
    }

    [Fact]
    public async Task A7_The_version_that_is_called_is_the_latest_a_fixed_one_or_that_of_the_callers_start()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("child", new Bpmn("child").Start().Work("one").Path("start", "one"));
        await cases.PublishAsync("parent", new Bpmn("parent").Start().Work("wait").Fork("fork")
            .Call("latest", "child").Call("fixed", "child", binding: "office:binding='version' office:version='1'").Call("then", "child", binding: "office:binding='start'")
            .Path("start", "wait", "fork", "latest").Path("fork", "fixed").Path("fork", "then"));
        await cases.StartAsync("parent");
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        await cases.PublishAsync("child", new Bpmn("child").Start().Work("two").Path("start", "two"));

        await cases.FinishAsync(Assert.Single(await cases.OpenWorkAsync()));
        await server.DrainAsync();

        Assert.Equal(["one", "one", "two"], (await cases.OpenWorkAsync()).Select(static work => work.Name));
    }

    [Fact]
    public async Task What_is_opened_and_given_up_in_one_decision_never_becomes_a_row()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("both", new Bpmn("both").Start().Fork("fork").Work("work").Service("echo").Terminate("stop").Path("start", "fork", "work").Path("fork", "echo").Path("fork", "stop"));

        var file = await cases.StartAsync("both");

        Assert.Equal(CaseStatus.Completed, file.Status);
        await using var db = cases.Db();
        Assert.Empty(await db.Work.ToListAsync());
        Assert.Empty(await db.Outbox.ToListAsync());
    }

    [Fact]
    [Trait("Trap", "6")]
    public async Task From_the_cancellation_on_nothing_is_taken_in_the_whole_tree()
    {
        var cases = await ParentAndChildAsync();
        var parent = await cases.StartAsync("parent");
        await server.DrainAsync();
        var work = Assert.Single(await cases.OpenWorkAsync());

        await cases.CancelAsync(parent.Id);
        var late = await cases.FinishAsync(work);
        var openAtOnce = await cases.OpenWorkAsync();
        await server.DrainAsync();

        Assert.Equal("case-ended", Assert.IsType<Outcome<CaseFile>.Refused>(late).Refusal.Code);
        Assert.Empty(openAtOnce);
        Assert.All(await cases.AllAsync(), static file => Assert.Equal(CaseStatus.Cancelled, file.Status));
    }

    [Fact]
    public async Task A_called_case_that_has_not_begun_never_begins_after_the_cancellation()
    {
        var cases = await ParentAndChildAsync();
        var parent = await cases.StartAsync("parent");

        await cases.CancelAsync(parent.Id);
        await server.DrainAsync();

        Assert.Equal([parent.Id], (await cases.AllAsync()).Select(static file => file.Id));
    }

    [Fact]
    public async Task A_called_case_that_a_person_cancels_leaves_the_caller_with_an_incident()
    {
        var cases = await ParentAndChildAsync();
        var parent = await cases.StartAsync("parent");
        await server.DrainAsync();
        var child = (await cases.AllAsync()).Single(static file => file.ParentId is not null);

        await cases.CancelAsync(child.Id);
        await server.DrainAsync();

        await using var db = cases.Db();
        var incident = Assert.Single(await db.Incidents.ToListAsync());
        Assert.Equal((parent.Id, IncidentKind.StuckToken, "call"), (incident.CaseId, incident.Kind, incident.NodeId));
    }

    [Fact]
    public async Task A_procedure_that_is_not_published_leaves_the_caller_with_an_incident()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("parent", new Bpmn("parent").Start().Call("call", "nowhere").End().Path("start", "call", "end"));
        var parent = await cases.StartAsync("parent");

        await server.DrainAsync();

        await using var db = cases.Db();
        Assert.Equal(parent.Id, Assert.Single(await db.Incidents.ToListAsync()).CaseId);
    }

    private async Task<Cases> ParentAndChildAsync()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("child", new Bpmn("child").Start().Work("ask").End().Path("start", "ask", "end"));
        await cases.PublishAsync("parent", new Bpmn("parent").Start()
            .Call("call", "child", inputs: "clientId==clientId", outputs: "answer==outcome").End().Path("start", "call", "end"));
        return cases;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : CalledCasesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : CalledCasesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
