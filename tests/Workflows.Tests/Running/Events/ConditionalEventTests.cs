using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Events;

[Trait("Trap", "26")]
public class ConditionalEventTests
{
    private static string When(string condition) => $"<conditionalEventDefinition><condition>{condition}</condition></conditionalEventDefinition>";

    [Fact]
    [Trait("Element", "Intermediate catch condition")]
    public void B15_A_condition_that_holds_on_entry_happens_at_once()
    {
        Scenario.Of($"""<startEvent id="s"/><intermediateCatchEvent id="c">{When("ready")}</intermediateCatchEvent><endEvent id="e"/>""", "s > c > e")
            .Start(("ready", Value.Of(true))).Saw("""
            started s {"ready":true}
            t1 at s
            t1 at c
            q2 watches c
            q2 met
            q2 watches no more
            t1 done c
            t1 at e
            t1 Ended at e
            ended Completed
            """);
    }

    [Fact]
    [Trait("Element", "Intermediate catch condition")]
    public void B15_It_happens_in_the_decision_that_makes_it_true()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><intermediateCatchEvent id="c">{When("level > 2")}</intermediateCatchEvent><userTask id="b"/>""",
            "s > f\nf > a\nf > c > b").Start().Forget();

        scenario.Finish("a", ("level", Value.Of(3m))).Saw("""
            w3 Finished
            t1 done a
            s0 set {"level":3}
            t1 Ended at a
            q4 met
            q4 watches no more
            t2 done c
            t2 at b
            w5 work b
            """);
    }

    [Fact]
    [Trait("Element", "Boundary conditional")]
    public void Beside_an_activity_it_happens_whenever_it_comes_to_hold_and_not_while_it_holds()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><userTask id="a"/><boundaryEvent id="b" attachedToRef="a" cancelActivity="false">{When("level > 2")}</boundaryEvent><userTask id="note"/>
            <parallelGateway id="f"/><userTask id="set"/>
            """,
            "s > f\nf > a\nf > set\nset > set\nb > note").Start().Forget();

        scenario.Finish("set", ("level", Value.Of(3m))).Finish("set", ("level", Value.Of(4m))).Finish("set", ("level", Value.Of(1m))).Finish("set", ("level", Value.Of(5m)));

        Assert.Equal(2, scenario.WaitsOn("note").Count);
        Assert.Single(scenario.WaitsOn("a"));
    }

    [Fact]
    [Trait("Element", "Boundary conditional")]
    public void An_interrupting_one_ends_its_activity_and_what_was_asked_for_in_the_same_decision_is_not_asked()
    {
        Scenario.Of(
            $"""<startEvent id="s"/><userTask id="a"/><boundaryEvent id="b" attachedToRef="a">{When("moved")}</boundaryEvent><userTask id="c"/>""",
            "s > a\nb > c").Start(("moved", Value.Of(true))).Asked("open w4 c");
    }

    [Fact]
    [Trait("Trap", "8")]
    [Trait("Element", "Boundary conditional")]
    public void What_completes_the_activity_comes_before_the_condition_on_its_edge()
    {
        Scenario.Of(
            $"""<startEvent id="s"/><userTask id="a"/><boundaryEvent id="b" attachedToRef="a">{When("moved")}</boundaryEvent><userTask id="c"/><endEvent id="e"/>""",
            "s > a > e\nb > c").Start().Forget().Finish("a", ("moved", Value.Of(true))).Saw("""
            w3 Finished
            t1 done a
            s0 set {"moved":true}
            q2 watches no more
            t1 at e
            t1 Ended at e
            ended Completed
            """);
    }

    [Fact]
    [Trait("Element", "Event subprocess (message, timer, error, escalation, signal, condition; both kinds)")]
    public void It_begins_an_event_subprocess_that_reads_the_variables_of_its_frame()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><userTask id="a"/>
            <subProcess id="h" triggeredByEvent="true"><startEvent id="hs">{When("moved")}</startEvent><userTask id="hu"/>{Bpmn.Flows("hs > hu")}</subProcess>
            <parallelGateway id="f"/><userTask id="b"/>
            """,
            "s > f\nf > a\nf > b").Start();

        scenario.Finish("b", ("moved", Value.Of(true)));

        Assert.Empty(scenario.WaitsOn("a"));
        Assert.Single(scenario.WaitsOn("hu"));
    }

    [Fact]
    public void A_condition_that_cannot_be_told_does_not_hold()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/><intermediateCatchEvent id="c">{When("unheard > 1")}</intermediateCatchEvent><endEvent id="e"/>""", "s > c > e").Start();

        Assert.Empty(scenario.State.StuckTokens);
        Assert.Single(scenario.WaitsOn("c"));
    }

    [Fact]
    public void Behind_an_event_based_gateway_it_is_one_of_those_that_can_win()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><eventBasedGateway id="g"/><intermediateCatchEvent id="c">{When("ready")}</intermediateCatchEvent>
            <intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent><endEvent id="e"/><endEvent id="l"/>
            """,
            "s > g\ng > c > e\ng > t > l").Start(("ready", Value.Of(true)));

        Assert.True(scenario.State.HasEnded);
        Assert.Empty(scenario.State.Waits);
    }
}
