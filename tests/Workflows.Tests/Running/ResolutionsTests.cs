using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

public class ResolutionsTests
{
    private static readonly string Service = $"""
        <startEvent id="s"/><serviceTask id="a">{Bpmn.Binding("Office.DeliveryList", ("plan", "=planId"))}</serviceTask><endEvent id="e"/>
        """;

    [Fact]
    public void A_stuck_step_that_was_settled_by_hand_counts_as_done_with_the_results_given()
    {
        var scenario = Scenario.Of(Service, "s > a > e").Start().Break("a", "The mail server does not answer.").Forget();

        scenario.Resolve("t1", ("addressees", Value.Of(3))).Saw("""
            t1 resolved at a: done by telephone
            t1 done a
            s0 set {"addressees":3}
            t1 at e
            t1 Ended at e
            ended Completed
            """);
    }

    [Fact]
    public void An_event_that_could_not_begin_is_passed()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><intermediateCatchEvent id="b"><timerEventDefinition><timeDuration>=nothing</timeDuration></timerEventDefinition></intermediateCatchEvent><endEvent id="e"/>""",
            "s > b > e").Start().Forget();

        scenario.Resolve("t1").Saw("""
            t1 resolved at b: done by telephone
            t1 at e
            t1 Ended at e
            ended Completed
            """);
    }

    [Fact]
    public void What_is_not_stuck_and_where_a_way_is_chosen_is_refused()
    {
        var running = Scenario.Of(Service, "s > a > e").Start();
        var gateway = Scenario.Of("""<startEvent id="s"/><exclusiveGateway id="g"/><endEvent id="e"/>""", "s > g\ng > e : isReady").Start();

        Assert.Equal("token-not-stuck", running.Refusal(Resolved(running)));
        Assert.Equal("token-not-resolvable", gateway.Refusal(Resolved(gateway)));
    }

    private static Input.Resolved Resolved(Scenario scenario) => new(scenario.Now, "t1", Value.Record.Empty, "done by telephone");
}
