using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Automation.Running;

public abstract class DeliverTests(RunningOffice server)
{
    private static readonly KeyValuePair<string, Value> Outcome = KeyValuePair.Create("outcome", Value.Of("agreed"));

    [Fact]
    public async Task A_message_reaches_the_case_that_waits_for_its_key()
    {
        var cases = await WaitingAsync();
        var one = await cases.StartAsync("wait", Key("c1"));
        var other = await cases.StartAsync("wait", Key("c2"));

        var answer = await cases.DeliverAsync("answered", "c1", "m1", Outcome);

        Assert.Equal(new Outcome<MessageState>.Done(MessageState.Delivered), answer);
        Assert.Equal(CaseStatus.Completed, (await cases.FileAsync(one.Id)).Status);
        Assert.Equal(Value.Of("agreed"), (await cases.VariablesAsync(one.Id))["outcome"]);
        Assert.Equal(CaseStatus.Open, (await cases.FileAsync(other.Id)).Status);
    }

    [Fact]
    [Trait("Trap", "17")]
    [Trait("Trap", "28")]
    public async Task A_message_that_comes_before_anyone_waits_is_kept_whole_and_told_later()
    {
        var cases = await WaitingAsync();

        var answer = await cases.DeliverAsync("answered", "c1", "m1", Outcome);
        var file = await cases.StartAsync("wait", Key("c1"));
        await server.DrainAsync();

        Assert.Equal(new Outcome<MessageState>.Done(MessageState.Kept), answer);
        Assert.Equal(Value.Of("agreed"), (await cases.VariablesAsync(file.Id))["outcome"]);
    }

    [Fact]
    [Trait("Trap", "17")]
    public async Task The_same_message_twice_has_one_effect_and_the_same_answer()
    {
        var cases = await WaitingAsync();
        await cases.StartAsync("wait", Key("c1"));

        var first = await cases.DeliverAsync("answered", "c1", "m1", Outcome);
        var second = await cases.DeliverAsync("answered", "c1", "m1", Outcome);
        await cases.StartAsync("wait", Key("c1"));
        await server.DrainAsync();

        Assert.Equal(first, second);
        Assert.Equal([CaseStatus.Completed, CaseStatus.Open], (await cases.AllAsync()).Select(static file => file.Status));
    }

    [Fact]
    [Trait("Trap", "17")]
    public async Task A_message_for_which_several_wait_is_refused()
    {
        var cases = await WaitingAsync();
        await cases.StartAsync("wait", Key("c1"));
        await cases.StartAsync("wait", Key("c1"));

        var answer = await cases.DeliverAsync("answered", "c1", "m1", Outcome);

        Assert.Equal("message-ambiguous", Assert.IsType<Outcome<MessageState>.Refused>(answer).Refusal.Code);
        Assert.All(await cases.AllAsync(), static file => Assert.Equal(CaseStatus.Open, file.Status));
    }

    [Fact]
    public async Task A_message_of_one_case_starts_the_procedure_that_begins_by_it()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("plan", new Bpmn("plan").Start("blank").Start("asked", message: "plan-needed").Work("make").End()
            .Path("blank", "make", "end").Path("asked", "make"));
        await cases.PublishAsync("ask", new Bpmn("ask").Start().Throw("tell", "plan-needed", "=clientId").End().Path("start", "tell", "end"));

        await cases.StartAsync("ask", Key("c1"));
        await server.DrainAsync();
        await server.DrainAsync();

        var started = Assert.Single(await cases.AllAsync(), static file => file.ProcedureKey == "plan");
        Assert.Equal("c1", started.Subject);
    }

    [Fact]
    public async Task A_message_of_a_case_for_which_several_wait_is_left_to_a_person()
    {
        var cases = await WaitingAsync();
        await cases.PublishAsync("ask", new Bpmn("ask").Start().Throw("tell", "answered", "=clientId").End().Path("start", "tell", "end"));
        await cases.StartAsync("wait", Key("c1"));
        await cases.StartAsync("wait", Key("c1"));

        await cases.StartAsync("ask", Key("c1"));
        await server.DrainAsync();

        await using var db = cases.Db();
        Assert.Equal(IncidentKind.Message, Assert.Single(await db.Incidents.ToListAsync()).Kind);
    }

    [Fact]
    public async Task What_this_product_tells_is_saved_with_what_was_done_and_once_told_nothing_more_is()
    {
        var cases = await WaitingAsync();
        await cases.StartAsync("wait", Key("c1"));
        await cases.StartAsync("wait", Key("c1"));

        Assert.True(await OwnAsync(cases, "first"));
        Assert.False(await OwnAsync(cases, "second"));

        await using var db = cases.Db();
        Assert.Equal(["first"], await db.Audit.Where(row => row.OfficeId == cases.OfficeId && row.About == "act").Select(static row => row.Act).ToListAsync());
        Assert.Equal(IncidentKind.Message, Assert.Single(await db.Incidents.ToListAsync()).Kind);
    }

    private async Task<bool> OwnAsync(Cases cases, string act)
    {
        await using var db = cases.Db();
        db.Note(cases.OfficeId, server.Clock.GetUtcNow(), act, "act", "した");

        return await Deliver.OwnAsync("answered", "c1", Value.Record.Empty, "m1", db, cases.Matching, server.Clock, CancellationToken.None);
    }

    private static KeyValuePair<string, Value> Key(string client) => KeyValuePair.Create("clientId", Value.Of(client));

    private async Task<Cases> WaitingAsync()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("wait", new Bpmn("wait").Start().Receive("hear", "answered", "=clientId").End().Path("start", "hear", "end"));
        return cases;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : DeliverTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : DeliverTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
