using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Gateways;

[Trait("Element", "Exclusive gateway and default")]
public class ExclusiveGatewayTests
{
    private const string Elements = """
        <startEvent id="s"/><exclusiveGateway id="x" default="x-c"/><endEvent id="a"/><endEvent id="b"/><endEvent id="c"/>
        """;

    private const string Flows = """
        s > x
        x > b : n > 1
        x > a : n > 2
        x > c
        """;

    [Fact]
    public void B22_Takes_the_first_flow_whose_condition_holds_by_element_id_and_says_what_it_read()
    {
        Scenario.Of(Elements, Flows).Start(("n", Value.Of(3m))).Saw("""
            started s {"n":3}
            t1 at s
            t1 at x
            t1 chose x-a | x-a n > 2 {"n":3} true
            t1 at a
            t1 Ended at a
            ended Completed
            """);
    }

    [Theory]
    [InlineData("同意する", "a")]
    [InlineData("同意しない", "b")]
    [InlineData("同意する。", "c")]
    [InlineData("同意 する", "c")]
    [InlineData("ドウイする", "c")]
    [InlineData("", "c")]
    [InlineData(null, "c")]
    public void A4_A_way_whose_condition_does_not_hold_is_never_taken_also_where_Japanese_words_are_compared(string? answer, string end)
    {
        var scenario = Scenario.Of(Elements, """
            s > x
            x > a : answer = "同意する"
            x > b : answer = "同意しない"
            x > c
            """).Start(("answer", answer is null ? Value.None : Value.Of(answer)));

        Assert.Contains($"t1 Ended at {end}", scenario.ToString(), StringComparison.Ordinal);
        Assert.All(["a", "b", "c"], other => Assert.Equal(other == end, scenario.ToString().Contains($"t1 at {other}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Takes_the_default_when_nothing_holds()
    {
        Scenario.Of(Elements, Flows).Start(("n", Value.Of(0m))).Saw("""
            started s {"n":0}
            t1 at s
            t1 at x
            t1 chose x-c | x-a n > 2 {"n":0} false | x-b n > 1 {"n":0} false
            t1 at c
            t1 Ended at c
            ended Completed
            """);
    }

    [Fact]
    public void The_given_order_comes_before_the_ids()
    {
        var flows = $"""
            <sequenceFlow id="x-a" sourceRef="x" targetRef="a"><extensionElements><office:order value="2"/></extensionElements><conditionExpression>n &gt; 2</conditionExpression></sequenceFlow>
            <sequenceFlow id="x-b" sourceRef="x" targetRef="b"><extensionElements><office:order value="1"/></extensionElements><conditionExpression>n &gt; 1</conditionExpression></sequenceFlow>
            """;

        Scenario.Of(Elements + flows, "s > x\nx > c").Start(("n", Value.Of(3m))).Saw("""
            started s {"n":3}
            t1 at s
            t1 at x
            t1 chose x-b | x-b n > 1 {"n":3} true
            t1 at b
            t1 Ended at b
            ended Completed
            """);
    }

    [Fact]
    public void A_condition_that_is_no_yes_or_no_sticks_the_token_until_somebody_corrects_it()
    {
        var scenario = Scenario.Of(Elements, Flows).Start();

        scenario.Saw("""
            started s
            t1 at s
            t1 at x
            t1 chose  | x-a n > 2 null
            t1 stuck at x: condition-unclear
            """);
        Assert.Contains("n > 2", Assert.Single(scenario.State.StuckTokens).Trouble!.Reason, StringComparison.Ordinal);

        scenario.Retry("t1", ("n", Value.Of(2m))).Saw("""
            t1 retried at x
            s0 set {"n":2}
            t1 chose x-b | x-a n > 2 {"n":2} false | x-b n > 1 {"n":2} true
            t1 at b
            t1 Ended at b
            ended Completed
            """);
    }

    [Fact]
    public void No_flow_true_and_no_default_sticks_the_token()
    {
        Scenario.Of(
            """<startEvent id="s"/><exclusiveGateway id="x"/><endEvent id="a"/><endEvent id="b"/>""",
            "s > x\nx > a : n > 2\nx > b : n > 1").Start(("n", Value.Of(1m))).Saw("""
            started s {"n":1}
            t1 at s
            t1 at x
            t1 chose  | x-a n > 2 {"n":1} false | x-b n > 1 {"n":1} false
            t1 stuck at x: no-flow-taken
            """);
    }

    [Fact]
    [Trait("Trap", "3")]
    public void As_a_merge_it_passes_each_token_by_itself()
    {
        var twice = Scenario.Of(
            """<startEvent id="s"/><parallelGateway id="f"/><manualTask id="m"/><exclusiveGateway id="x"/><userTask id="a"/>""",
            "s > f\nf > x\nf > m\nm > x\nx > a").Start();
        twice.Finish("m");

        Assert.Equal(2, twice.WaitsOn("a").Count);
    }
}
