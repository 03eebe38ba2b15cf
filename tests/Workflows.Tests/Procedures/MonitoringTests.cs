using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Procedures;

public sealed class MonitoringTests
{
    [Fact]
    public void The_monthly_round_starts_one_monitoring_for_each_client_who_is_due()
    {
        var scenario = Shipped.Play("monitoring-round");
        scenario.Tell(new Workflows.Running.Input.Started(scenario.Now, Value.Record.Empty, "start")).Forget();

        scenario.Perform("monitoring-due", ("dueClients", Value.Of(Due("client-a", "利用者A"), Due("client-b", "利用者B"))));

        Assert.Equal("monitoring monitoring", scenario.Doing());
        scenario.Return("monitoring").Return("monitoring");
        Assert.Equal("Completed", scenario.Ending());
    }

    [Fact]
    public void A_month_without_clients_is_over_at_once()
    {
        var scenario = Shipped.Play("monitoring-round");
        scenario.Tell(new Workflows.Running.Input.Started(scenario.Now, Value.Record.Empty, "start"));

        scenario.Perform("monitoring-due", ("dueClients", Value.Of()));

        Assert.Equal("Completed", scenario.Ending());
    }

    [Theory]
    [InlineData("continue")]
    [InlineData("end")]
    public void Nothing_follows_when_all_goes_on_or_ends(string result)
    {
        var scenario = Visited().Forget();

        scenario.Finish("monitoring-report", ("result", Value.Of(result)));

        Assert.Equal("Terminated", scenario.Ending());
        scenario.Asked("close w5 Finished");
    }

    [Theory]
    [InlineData("midChange")]
    [InlineData("renewal")]
    public void A_change_or_a_renewal_asks_for_a_plan(string result)
    {
        var scenario = Visited().Forget();

        scenario.Finish("monitoring-report", ("result", Value.Of(result)));

        Assert.Equal("Terminated", scenario.Ending());
        scenario.Asked($$"""
            close w5 Finished
            send x6 plan-needed client-a {"clientId":"client-a","clientName":"利用者A","reason":"{{result}}"}
            """);
    }

    [Fact]
    public void The_manager_hears_of_a_visit_that_nobody_arranged()
    {
        var scenario = Started();
        Assert.Equal("visit-escalation=02-02T09:00", scenario.Timers());

        scenario.At(2, 2).Fire("visit-escalation");

        Assert.Equal("visit-escalated visit-plan", scenario.Doing());
    }

    private static Value Due(string id, string name) => Value.Of(
    [
        KeyValuePair.Create("clientId", Value.Of(id)),
        KeyValuePair.Create("clientName", Value.Of(name)),
        KeyValuePair.Create("month", Value.Of(new DateOnly(2026, 4, 1))),
    ]);

    private static Scenario Started() => Shipped.Play("monitoring").Start([.. Shipped.ClientA, ("month", Value.Of(new DateOnly(2026, 1, 1)))]);

    private static Scenario Visited() => Started().Finish("visit-plan", ("visitOn", Value.Of(new DateOnly(2026, 1, 26)))).Finish("visit");
}
