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

    [Fact]
    [Trait("Trap", "20")]
    public void What_was_done_and_only_could_not_go_on_is_not_done_twice()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><userTask id="a"><extensionElements><office:mapping><office:output target="x" expression="=answer"/></office:mapping></extensionElements></userTask>
            <boundaryEvent id="c" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><serviceTask id="undo" isForCompensation="true"/>
            <association id="as" associationDirection="One" sourceRef="c" targetRef="undo"/><userTask id="b"/>
            """,
            "s > a\na > b : ok = true").Start().Finish("a", ("answer", Value.Of("yes"))).Forget();
        Assert.Equal("no-flow-taken", Assert.Single(scenario.State.StuckTokens).Trouble!.Code);

        scenario.Resolve("t1", ("ok", Value.Of(true)));

        Assert.Single(scenario.WaitsOn("b"));
        Assert.Single(scenario.State.Kept);
        Assert.Equal(Value.Of("yes"), scenario.State.Variables["x"]);
    }

    [Fact]
    public void A_start_that_could_not_wait_for_what_may_happen_is_not_passed_over()
    {
        var scenario = Withdrawable.Start();

        Assert.Equal("token-not-resolvable", scenario.Refusal(Resolved(scenario)));
        Assert.Equal("token-stays", scenario.Refusal(new Input.TokenPlaced(scenario.Now, "t1", "s", "a", "by hand", "manager")));
        scenario.Retry("t1", ("until", Value.Of("2026-02-01T09:00:00+09:00")));
        Assert.Single(scenario.WaitsOn("h"));
        Assert.Single(scenario.WaitsOn("a"));
    }

    private static Scenario Withdrawable => Scenario.Of(
        """
        <startEvent id="s"/><userTask id="a"/><endEvent id="e"/>
        <subProcess id="sub" triggeredByEvent="true"><startEvent id="h"><timerEventDefinition><timeDate>=until</timeDate></timerEventDefinition></startEvent><endEvent id="he"/>
        <sequenceFlow id="h-he" sourceRef="h" targetRef="he"/></subProcess>
        """,
        "s > a > e");
}
