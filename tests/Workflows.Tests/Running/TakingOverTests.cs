using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

public class TakingOverTests
{
    private static readonly EarlierStep DoneA = new("a", new DateOnly(2025, 12, 3), "paper file");

    private static IEnumerable<string> Places(Scenario scenario) => TakingOver.Places(scenario.Process).Select(static place => place.Id);

    private static Input.TakenOver At(Scenario scenario, string node, params EarlierStep[] earlier) =>
        new(scenario.Now, node, Value.Record.Empty.With("x", Value.Of(1)), [.. earlier], "manager");

    [Fact]
    public void A_case_begins_in_the_middle_with_what_was_done_before_and_goes_on_to_its_end()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><userTask id="a"/><userTask id="b"/><userTask id="c"/><endEvent id="e"/>
            <boundaryEvent id="t" attachedToRef="b" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="e2"/>
            """,
            "s > a > b > c > e\nt > e2");

        scenario.Tell(At(scenario, "b", DoneA)).Saw("""
            started s {"x":1}
            taken over a of 2025-12-03: paper file
            t1 at b
            d2 timer t 01-20 09:00
            w3 work b
            """);
        Assert.Equal(["a"], SendBacks.Targets(scenario.Process, scenario.State, scenario.WaitsOn("b")[0]).Select(static target => target.Id));
        scenario.Finish("b").Finish("c");
        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void It_begins_only_where_every_way_that_a_join_waits_for_is_still_to_come()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><userTask id="a"/><parallelGateway id="f"/><userTask id="b"/><userTask id="c"/><parallelGateway id="j"/><userTask id="d"/>
            <boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="late"/>
            """,
            "s > a > f\nf > b > j\nf > c > j\nj > d\nt > late");

        Assert.Equal(["a", "d"], Places(scenario));
        Assert.Equal(["a", "b", "c"], TakingOver.Before(scenario.Process, "d").Select(static step => step.Id).Order(StringComparer.Ordinal));
        Assert.Equal("no-such-place", scenario.Refusal(At(scenario, "b")));
        Assert.Equal("no-such-place", scenario.Refusal(At(scenario, "late")));
        Assert.Equal("not-before", scenario.Refusal(At(scenario, "a", new EarlierStep("d", new DateOnly(2025, 12, 3), "paper file"))));
    }

    [Fact]
    public void Steps_stand_in_the_order_of_the_way_and_a_circle_in_the_order_in_which_it_is_entered()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><exclusiveGateway id="g"/><userTask id="z"/><exclusiveGateway id="m"/><userTask id="y"/><exclusiveGateway id="h"/><userTask id="x"/>""",
            "s > g\ng > z > m\ng > m\nm > y > h\nh > m\nh > x");

        Assert.Equal(["z", "y", "x"], Places(scenario));
        Assert.Equal(["z"], TakingOver.Before(scenario.Process, "y").Select(static step => step.Id));
        Assert.Equal(["z", "y"], TakingOver.Before(scenario.Process, "x").Select(static step => step.Id));
    }

    [Fact]
    public void An_event_subprocess_waits_from_the_beginning_and_a_case_begins_once()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><userTask id="a"/><userTask id="b"/>
            <subProcess id="withdrawal" triggeredByEvent="true"><startEvent id="gone"><messageEventDefinition messageRef="m"/></startEvent><userTask id="close"/><sequenceFlow id="f9" sourceRef="gone" targetRef="close"/></subProcess>
            """,
            "s > a > b",
            """<message id="m" name="withdrawn"/>""");

        scenario.Tell(At(scenario, "b", DoneA)).Receive("gone", "m1");

        Assert.Equal(["close"], scenario.State.Tokens.Where(static token => token.NodeId is "close").Select(static token => token.NodeId));
        Assert.Equal("case-started", scenario.Refusal(At(scenario, "a")));
    }

    [Fact]
    [Trait("Trap", "16")]
    public void Where_what_may_happen_cannot_be_waited_for_it_does_not_begin()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><userTask id="a"/><userTask id="b"/><endEvent id="e"/>
            <subProcess id="sub" triggeredByEvent="true"><startEvent id="h"><timerEventDefinition><timeDate>=until</timeDate></timerEventDefinition></startEvent><endEvent id="he"/>
            <sequenceFlow id="h-he" sourceRef="h" targetRef="he"/></subProcess>
            """,
            "s > a > b > e");

        Assert.Equal("timer-unclear", scenario.Refusal(At(scenario, "b", DoneA)));
    }
}
