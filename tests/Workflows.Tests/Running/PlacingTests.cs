using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

public class PlacingTests
{
    private const string Split =
        """<startEvent id="s"/><userTask id="a"/><parallelGateway id="f"/><userTask id="b"/><userTask id="b2"/><userTask id="c"/><parallelGateway id="j"/><userTask id="d"/><endEvent id="e"/>""";

    private const string SplitFlows = "s > a > f\nf > b > b2 > j\nf > c > j\nj > d > e";

    private static Input Put(Scenario scenario, string from, string to) => new Input.TokenPlaced(scenario.Now, TokenAt(scenario, from), from, to, "wrong way", "manager");

    private static string TokenAt(Scenario scenario, string node) => scenario.State.Tokens.Single(token => token.NodeId == node).Id;

    [Fact]
    public void A_token_goes_on_from_where_it_is_put_and_what_it_waited_for_ends()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><userTask id="a"/><boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
            <userTask id="hurry"/><userTask id="b"/><userTask id="c"/><endEvent id="e"/>
            """,
            "s > a > b > c > e\nt > hurry").Start().Forget();

        scenario.Tell(Put(scenario, "a", "c")).Saw("""
            t1 placed from a to c: wrong way
            w3 NotNeeded
            d2 disarmed
            t1 at c
            w4 work c
            """);
        scenario.Asked("""
            close w3 NotNeeded
            disarm d2
            open w4 c
            """);
        scenario.Finish("c");
        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void Put_back_it_is_done_anew_and_what_an_event_on_an_edge_made_since_ends()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><userTask id="a"/><userTask id="b"/><boundaryEvent id="t" attachedToRef="b" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
            <userTask id="hurry"/><endEvent id="e"/>
            """,
            "s > a > b > e\nt > hurry").Start().Finish("a").Fire("t").Forget();

        scenario.Tell(Put(scenario, "b", "a")).Asked("""
            close w6 NotNeeded
            close w4 NotNeeded
            open w7 a
            """);
        scenario.Finish("a").Finish("b");
        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void What_would_end_and_begin_is_told_before()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/><userTask id="a"/><callActivity id="k" calledElement="other"/><exclusiveGateway id="x"/><userTask id="b"/><endEvent id="e"/>""",
            "s > k > x\nx > a : known\nx > b : not(known)\na > e\nb > e").Start();
        var before = scenario.State;

        var accepted = Assert.IsType<Decision.Accepted>(Engine.Decide(scenario.Process, before, Put(scenario, "k", "a")));

        var plan = Placing.PlanOf(before, accepted);
        Assert.Equal(["ForCase k"], plan.Ends.Select(Line));
        Assert.Equal(["ForWork a"], plan.Begins.Select(Line));
        Assert.Empty(plan.Requests);
        Assert.Empty(plan.Stuck);
        Assert.Null(plan.End);
        Assert.Equal(CaseEnd.Completed, Placing.PlanOf(before, Assert.IsType<Decision.Accepted>(Engine.Decide(scenario.Process, before, Put(scenario, "k", "e")))).End);

        static string Line(Wait wait) => $"{wait.GetType().Name} {wait.NodeId}";
    }

    [Fact]
    public void A_stuck_token_is_put_past_what_stuck_it()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><exclusiveGateway id="x"/><userTask id="a"/><userTask id="b"/><endEvent id="e"/>""",
            "s > x\nx > a : known\nx > b : not(known)\na > e\nb > e").Start();
        Assert.Single(scenario.State.StuckTokens);

        scenario.Tell(Put(scenario, "x", "b"));

        Assert.Empty(scenario.State.StuckTokens);
        Assert.Single(scenario.WaitsOn("b"));
    }

    [Theory]
    [InlineData("b", "a", "open-split")]
    [InlineData("b", "c", "open-split")]
    [InlineData("b", "d", "would-wait-for-ever")]
    [InlineData("b", "e", "would-wait-for-ever")]
    [InlineData("b", "f", "no-such-place")]
    [InlineData("b", "b", "no-such-place")]
    [InlineData("b", "nowhere", "no-such-place")]
    public void It_is_refused_where_something_would_be_done_twice_or_wait_for_ever(string from, string to, string code)
    {
        var scenario = Scenario.Of(Split, SplitFlows).Start().Finish("a");

        Assert.Equal(code, scenario.Refusal(Put(scenario, from, to)));
    }

    [Fact]
    public void Within_its_own_way_a_token_is_put_though_others_are_under_way()
    {
        var scenario = Scenario.Of(Split, SplitFlows).Start().Finish("a").Finish("c");

        Assert.Equal(["a", "b2", "c", "d", "e"], Placing.Places(scenario.Process, scenario.State, TokenAt(scenario, "b")).Select(static place => place.Id).Order(StringComparer.Ordinal));
        scenario.Tell(Put(scenario, "b", "b2")).Finish("b2");

        Assert.Single(scenario.WaitsOn("d"));
        Assert.Equal("would-wait-for-ever", scenario.Refusal(Put(scenario, "d", "c")));
        scenario.Tell(Put(scenario, "d", "a")).Finish("a").Finish("b").Finish("b2").Finish("c").Finish("d");
        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void A_token_whose_partner_never_comes_is_put_past_the_join()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><exclusiveGateway id="x"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><userTask id="d"/><endEvent id="e"/>""",
            "s > x\nx > a : n = 1\nx > b : n = 2\na > j\nb > j\nj > d > e").Start(("n", Value.Of(1m))).Finish("a");
        Assert.Equal("join-starved", Assert.Single(scenario.State.StuckTokens).Trouble!.Code);

        scenario.Tell(Put(scenario, "j", "d")).Finish("d");

        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void It_stays_in_its_frame_and_an_instance_of_a_loop_where_it_is()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><userTask id="a"/><subProcess id="sub"><startEvent id="s1"/><userTask id="b"/><userTask id="c"/>{Bpmn.Flows("s1 > b > c")}</subProcess>
            <userTask id="m"><multiInstanceLoopCharacteristics office:collection="=people" office:elementVariable="person"/></userTask><endEvent id="e"/>
            """,
            "s > a > sub > m > e").Start(("people", Value.Of(Value.Of("x"), Value.Of("y")))).Finish("a");

        Assert.Equal("no-such-place", scenario.Refusal(Put(scenario, "b", "a")));
        scenario.Tell(Put(scenario, "b", "c")).Finish("c");
        var instance = scenario.State.Tokens.Last(static token => token.NodeId == "m");
        Assert.Empty(Placing.Places(scenario.Process, scenario.State, instance.Id));
        Assert.NotNull(Placing.WhyNot(scenario.Process, scenario.State, instance.Id));
        Assert.Equal("token-stays", scenario.Refusal(new Input.TokenPlaced(scenario.Now, instance.Id, "m", "a", "x")));
        Assert.Equal("token-gone", scenario.Refusal(new Input.TokenPlaced(scenario.Now, "t99", "m", "a", "x")));

        Assert.Equal("token-gone", scenario.Refusal(new Input.TokenPlaced(scenario.Now, instance.Id, "c", "a", "x")));

        var whole = scenario.State.Tokens.First(static token => token.NodeId == "m");
        scenario.Tell(new Input.TokenPlaced(scenario.Now, whole.Id, "m", "a", "x"));
        Assert.Equal(["a"], scenario.State.Waits.Select(static wait => wait.NodeId));
    }
}
