using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Procedures;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

public sealed class SetTimerTests
{
    [Fact]
    public void An_armed_timer_is_set_to_another_moment_and_its_cycle_goes_on_as_it_was()
    {
        var scenario = Waiting();
        var id = Assert.Single(scenario.WaitsOn("consent-reminder"));
        Assert.Contains("consent-reminder=01-22T09:00", scenario.Timers(), StringComparison.Ordinal);

        scenario.Forget().Tell(new Input.TimerSet(scenario.Now, id, new DateTimeOffset(2026, 1, 24, 10, 0, 0, TimeSpan.FromHours(9)), "家族が留守のため", "manager"));

        scenario.Saw($"{id} set to 01-24 10:00");
        scenario.Asked($"set {id} 01-24 10:00");
        Assert.Contains("consent-reminder=01-24T10:00", scenario.Timers(), StringComparison.Ordinal);
        scenario.At(1, 24, 10).Fire("consent-reminder");
        Assert.Contains("consent-reminder=01-27T09:00", scenario.Timers(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_timer_that_is_no_longer_armed_cannot_be_set()
    {
        var scenario = Waiting();

        Assert.Equal("timer-not-armed", scenario.Refusal(new Input.TimerSet(scenario.Now, "d999", scenario.Now.AddDays(1), "なし")));
    }

    private static Scenario Waiting() => Shipped.Play("consent")
        .Start([.. Shipped.ClientA, ("stage", Value.Of("plan"))])
        .Finish("consent-explain", ("consentId", Value.Of("consent-1")), ("method", Value.Of("link")))
        .Perform("request-consent");
}
