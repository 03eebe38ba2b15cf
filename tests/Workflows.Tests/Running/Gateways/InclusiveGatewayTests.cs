using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Gateways;

[Trait("Trap", "1")]
[Trait("Element", "Inclusive gateway, fork and join")]
public class InclusiveGatewayTests
{
    private const string Pair = """
        <startEvent id="s"/><inclusiveGateway id="f" default="f-c"/><userTask id="a"/><userTask id="b"/><userTask id="c"/><inclusiveGateway id="j"/><userTask id="after"/>
        """;

    private const string PairFlows = "s > f\nf > a : x > 0\nf > b : x > 1\nf > c\na > j\nb > j\nc > j\nj > after";

    private static string Timer(string host) =>
        $"""<boundaryEvent id="t" attachedToRef="{host}"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>""";

    [Fact]
    public void Takes_every_way_whose_condition_holds_and_waits_for_just_those()
    {
        var scenario = Scenario.Of(Pair, PairFlows).Start(("x", Value.Of(2m))).Saw("""
            started s {"x":2}
            t1 at s
            t1 at f
            t1 chose f-a f-b | f-a x > 0 {"x":2} true | f-b x > 1 {"x":2} true
            t1 at a
            t2 at b
            w3 work a
            w4 work b
            """);

        scenario.Finish("b").Saw("""
            w4 Finished
            t2 done b
            t2 at j
            """);
        scenario.Finish("a").Saw("""
            w3 Finished
            t1 done a
            t1 at j
            t2 Joined at j
            t1 at after
            w5 work after
            """);
    }

    [Fact]
    public void A_single_way_passes_at_once_and_without_any_the_default_is_taken()
    {
        Assert.Single(Scenario.Of(Pair, PairFlows).Start(("x", Value.Of(1m))).Finish("a").WaitsOn("after"));
        Assert.Single(Scenario.Of(Pair, PairFlows).Start(("x", Value.Of(0m))).Finish("c").WaitsOn("after"));
    }

    [Fact]
    public void A_condition_that_cannot_be_told_takes_no_way()
    {
        var scenario = Scenario.Of(Pair, PairFlows).Start().Saw("""
            started s
            t1 at s
            t1 at f
            t1 chose  | f-a x > 0 null
            t1 stuck at f: condition-unclear
            """);

        Assert.Single(scenario.Retry("t1", ("x", Value.Of(1m))).WaitsOn("a"));
    }

    [Fact]
    public void B2_A_token_that_an_interrupting_boundary_leads_away_is_no_longer_waited_for()
    {
        var scenario = Scenario.Of(Pair + Timer("b") + """<endEvent id="away"/>""", PairFlows + "\nt > away").Start(("x", Value.Of(2m)));
        scenario.Finish("a").Forget();

        scenario.Fire("t").Saw("""
            d4 fired
            t2 hit by t
            w5 NotNeeded
            t2 at t
            t2 at away
            t2 Ended at away
            t1 at after
            w6 work after
            """);
    }

    [Fact]
    public void A_token_that_may_still_come_by_a_boundary_is_waited_for()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><endEvent id="e"/><inclusiveGateway id="j"/><userTask id="after"/>""" + Timer("b"),
            "s > f\nf > a > j\nf > b > e\nt > j\nj > after").Start();
        scenario.Finish("a");
        Assert.Empty(scenario.WaitsOn("after"));

        scenario.Finish("b");
        Assert.Single(scenario.WaitsOn("after"));
    }

    [Fact]
    public void A_token_that_dies_at_an_end_is_no_longer_waited_for()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><exclusiveGateway id="x" default="x-e"/><endEvent id="e"/><inclusiveGateway id="j"/><userTask id="after"/>
            """,
            "s > f\nf > a > j\nf > b > x\nx > j : go\nx > e\nj > after").Start(("go", Value.Of(false)));
        scenario.Finish("a");
        Assert.Empty(scenario.WaitsOn("after"));

        scenario.Finish("b");
        Assert.Single(scenario.WaitsOn("after"));
    }

    [Fact]
    public void A_token_in_a_subprocess_counts_at_the_subprocess()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><subProcess id="p1"><startEvent id="s1"/><userTask id="u"/>{Bpmn.Flows("s1 > u")}</subProcess>
            <inclusiveGateway id="j"/><userTask id="after"/>
            """,
            "s > f\nf > a > j\nf > p1 > j\nj > after").Start();
        scenario.Finish("a");
        Assert.Empty(scenario.WaitsOn("after"));

        scenario.Finish("u");
        Assert.Single(scenario.WaitsOn("after"));
        Assert.Single(scenario.State.Tokens);
    }

    [Fact]
    public void A_loop_back_to_the_join_does_not_make_it_wait_for_itself()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><inclusiveGateway id="j"/><userTask id="a"/><exclusiveGateway id="x" default="x-e"/><endEvent id="e"/>
            """,
            "s > j\nj > a > x\nx > j : again\nx > e").Start();

        scenario.Finish("a", ("again", Value.Of(true)));
        Assert.Single(scenario.WaitsOn("a"));
        scenario.Finish("a", ("again", Value.Of(false)));
        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void A_second_token_of_a_filled_flow_waits_for_the_next_round_and_does_not_hold_up_this_one()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><parallelGateway id="f"/><userTask id="a1"/><userTask id="a2"/><exclusiveGateway id="x"/><userTask id="b"/><inclusiveGateway id="j"/><userTask id="after"/>
            """,
            "s > f\nf > a1 > x\nf > a2 > x\nx > j\nf > b > j\nj > after").Start();

        scenario.Finish("a1").Finish("b");
        Assert.Single(scenario.WaitsOn("after"));

        scenario.Finish("a2");
        Assert.Equal(2, scenario.WaitsOn("after").Count);
    }

    [Fact]
    public void Two_joins_that_wait_for_one_another_say_so()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><inclusiveGateway id="j"/><inclusiveGateway id="k"/>
            """,
            "s > f\nf > a > j\nf > b > k\nj > k\nk > j").Start();

        scenario.Finish("a").Finish("b");

        Assert.Equal(["j join-starved", "k join-starved"], scenario.State.StuckTokens.Select(static token => $"{token.NodeId} {token.Trouble!.Code}"));
    }
}
