using System.Text;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Generating;
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

    /// <summary>Rounds of a loop begin before the joins of earlier ones have fired: no join ever takes two tokens of one way, nor leaves one behind.</summary>
    [Fact]
    public void B23_Fork_and_join_in_a_loop_keep_their_rounds_apart_in_ten_thousand_orders()
    {
        var process = Bpmn.Read(Bpmn.File(
            """
            <startEvent id="s"/><exclusiveGateway id="m"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><userTask id="joined"/>
            <userTask id="next"/><exclusiveGateway id="x" default="x-e"/><endEvent id="e"/>
            """,
            "s > m > f\nf > a > j\nf > b > j\nj > joined\nf > next > x\nx > m : again\nx > e"));
        var apart = new HashSet<string>(StringComparer.Ordinal);
        Parallel.For(0, 10_000, seed =>
        {
            var dice = new Dice(seed);
            var rounds = 1 + dice.Below(5);
            var done = new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 0, ["b"] = 0, ["next"] = 0, ["joined"] = 0 };
            var order = new StringBuilder();
            var scenario = new Scenario(process).Start();
            while (!scenario.State.HasEnded)
            {
                var node = dice.Pick(scenario.State.Waits).NodeId;
                done[node]++;
                order.Append(node[0]);
                scenario.Finish(node, ("again", Value.Of(done["next"] < rounds)));
                Assert.Equal(Math.Min(done["a"], done["b"]), done["joined"] + scenario.WaitsOn("joined").Count);
            }

            Assert.All(done.Values, count => Assert.Equal(rounds, count));
            lock (apart)
            {
                apart.Add(order.ToString());
            }
        });

        Assert.True(apart.Count > 5_000, $"{apart.Count} orders");
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
