using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Gateways;

[Trait("Element", "Parallel gateway")]
public class ParallelGatewayTests
{
    [Fact]
    public void Forks_and_waits_for_every_way()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><endEvent id="e"/>""",
            "s > f\nf > a > j\nf > b > j\nj > e").Start();
        scenario.Saw("""
            started s
            t1 at s
            t1 at f
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
            t1 at e
            t1 Ended at e
            ended Completed
            """);
    }

    [Fact]
    [Trait("Trap", "2")]
    public void Counts_flows_and_not_tokens_the_surplus_waits_for_the_next_round()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><parallelGateway id="f"/><userTask id="a1"/><userTask id="a2"/><userTask id="b1"/><userTask id="b2"/>
            <exclusiveGateway id="xa"/><exclusiveGateway id="xb"/><parallelGateway id="j"/><userTask id="after"/>
            """,
            "s > f\nf > a1 > xa\nf > a2 > xa\nf > b1 > xb\nf > b2 > xb\nxa > j\nxb > j\nj > after").Start();

        scenario.Finish("a1").Finish("a2");
        Assert.Empty(scenario.WaitsOn("after"));

        scenario.Finish("b1");
        Assert.Single(scenario.WaitsOn("after"));
        Assert.Single(scenario.State.Tokens, static token => token.NodeId is "j");

        scenario.Finish("b2");
        Assert.Equal(2, scenario.WaitsOn("after").Count);
        Assert.DoesNotContain(scenario.State.Tokens, static token => token.NodeId is "j");
    }

    [Fact]
    public void A_join_whose_partner_can_no_longer_come_says_so()
    {
        Scenario.Of(
            """<startEvent id="s"/><exclusiveGateway id="x"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><endEvent id="e"/>""",
            "s > x\nx > a : true\nx > b : false\na > j\nb > j\nj > e").Start().Forget().Finish("a").Saw("""
            w2 Finished
            t1 done a
            t1 at j
            t1 stuck at j: join-starved
            """);
    }
}
