using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Tests.Procedures;

public sealed class MonitoringTests
{
    [Fact]
    public void The_monthly_round_starts_one_monitoring_for_each_client_who_is_due()
    {
        var scenario = Shipped.Play("monitoring-round");
        scenario.Tell(new Workflows.Running.Input.Started(scenario.Now, Value.Record.Empty, "start")).Fire("office-opens").Forget();

        scenario.Perform("monitoring-due", ("dueClients", Value.Of(Due("client-a", "利用者A"), Due("client-b", "利用者B"))));

        Assert.Equal("monitoring monitoring", scenario.Doing());
        scenario.Return("monitoring").Return("monitoring");
        Assert.Equal("Completed", scenario.Ending());
    }

    [Fact]
    public void A_month_without_clients_is_over_at_once()
    {
        var scenario = Shipped.Play("monitoring-round");
        scenario.Tell(new Workflows.Running.Input.Started(scenario.Now, Value.Record.Empty, "start")).Fire("office-opens");

        scenario.Perform("monitoring-due", ("dueClients", Value.Of()));

        Assert.Equal("Completed", scenario.Ending());
    }

    [Theory]
    [InlineData(1, 1, "01-02")]
    [InlineData(2, 1, "02-02")]
    [InlineData(4, 1, "04-01")]
    [InlineData(5, 1, "05-01")]
    [InlineData(8, 1, "08-03")]
    public void The_round_of_a_month_that_begins_on_a_day_off_waits_until_the_office_opens(int month, int day, string opens)
    {
        var calendar = WorkCalendar.WeekdaysInTokyo with { Holidays = JapaneseHolidays.Days(2026, 2026) };
        var scenario = new Scenario(Shipped.Play("monitoring-round").Process) { Calendar = calendar }.At(month, day);

        scenario.Tell(new Workflows.Running.Input.Started(scenario.Now, Value.Record.Empty, "start"));

        Assert.Equal($"office-opens={opens}T09:00", scenario.Timers());
        Assert.Equal("", scenario.Doing());
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
