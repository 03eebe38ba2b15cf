using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running.Signals;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Automation.Running;

public abstract class SignalTests(RunningOffice server)
{
    [Fact]
    [Trait("Trap", "18")]
    [Trait("Element", "Signal start")]
    public async Task A_signal_of_one_case_reaches_the_cases_of_its_office_that_wait_for_it_then_and_starts_what_starts_by_it()
    {
        var cases = await OfficeAsync();
        var other = await OfficeAsync();
        var waiting = await cases.StartAsync("wait");
        var elsewhere = await other.StartAsync("wait");

        await cases.StartAsync("tell");
        var late = await cases.StartAsync("wait");
        await server.DrainAsync();

        Assert.Equal(CaseStatus.Completed, (await cases.FileAsync(waiting.Id)).Status);
        Assert.Equal(CaseStatus.Open, (await cases.FileAsync(late.Id)).Status);
        Assert.Equal(CaseStatus.Open, (await other.FileAsync(elsewhere.Id)).Status);
        var begun = Assert.Single(await cases.AllAsync(), static file => file.ProcedureKey is "begin");
        Assert.Null(begun.ParentId);
    }

    [Fact]
    public async Task A_signal_from_outside_told_twice_has_one_effect_on_each_case()
    {
        var cases = await OfficeAsync();
        await cases.StartAsync("wait");

        await using var db = cases.Db();
        await Broadcasting.HandleAsync("fees-changed", Value.Record.Empty, "x1", db, server.Clock, CancellationToken.None);
        await Broadcasting.HandleAsync("fees-changed", Value.Record.Empty, "x1", db, server.Clock, CancellationToken.None);
        await server.DrainAsync();

        Assert.Equal(2, (await cases.AllAsync()).Count);
    }

    private async Task<Cases> OfficeAsync()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("wait", new Bpmn("wait").Start().CatchSignal("hear", "fees-changed").End().Path("start", "hear", "end"));
        await cases.PublishAsync("tell", new Bpmn("tell").Start().ThrowSignal("say", "fees-changed").End().Path("start", "say", "end"));
        await cases.PublishAsync("begin", new Bpmn("begin").StartBySignal("hear", "fees-changed").Work("look").Path("hear", "look"));
        return cases;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SignalTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SignalTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
