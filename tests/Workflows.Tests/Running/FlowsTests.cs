using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

[Trait("Trap", "4")]
public class FlowsTests
{
    private const string Elements = """<startEvent id="s"/><userTask id="a" default="a-d"/><userTask id="b"/><userTask id="c"/><userTask id="d"/>""";

    [Fact]
    public void Several_flows_out_of_an_activity_are_a_fork()
    {
        Scenario.Of(Elements, "s > a\na > b\na > c").Start().Forget().Finish("a").Saw("""
            w2 Finished
            t1 done a
            t1 at b
            t3 at c
            w4 work b
            w5 work c
            """);
    }

    [Fact]
    public void With_conditions_every_flow_that_holds_is_taken_beside_those_without_one()
    {
        Scenario.Of(Elements, "s > a\na > b : n > 1\na > c\na > d").Start(("n", Value.Of(2m))).Forget().Finish("a").Saw("""
            w2 Finished
            t1 done a
            t1 chose a-b a-c | a-b n > 1 {"n":2} true
            t1 at b
            t3 at c
            w4 work b
            w5 work c
            """);
    }

    [Fact]
    public void The_default_flow_is_taken_when_no_condition_holds()
    {
        Scenario.Of(Elements, "s > a\na > b : n > 1\na > d").Start(("n", Value.Of(0m))).Forget().Finish("a").Saw("""
            w2 Finished
            t1 done a
            t1 chose a-d | a-b n > 1 {"n":0} false
            t1 at d
            w3 work d
            """);
    }

    [Fact]
    public void No_flow_true_and_no_default_is_no_silent_end()
    {
        var scenario = Scenario.Of(Elements, "s > a\na > b : n > 1").Start(("n", Value.Of(0m))).Forget().Finish("a").Saw("""
            w2 Finished
            t1 done a
            t1 chose  | a-b n > 1 {"n":0} false
            t1 stuck at a: no-flow-taken
            """);

        scenario.Retry("t1", ("n", Value.Of(2m))).Saw("""
            t1 retried at a
            s0 set {"n":2}
            t1 chose a-b | a-b n > 1 {"n":2} true
            t1 at b
            w3 work b
            """);
    }

    [Fact]
    public void A_condition_that_cannot_be_told_takes_no_flow_at_all()
    {
        Scenario.Of(Elements, "s > a\na > b : n > 1\na > c").Start().Forget().Finish("a").Saw("""
            w2 Finished
            t1 done a
            t1 chose  | a-b n > 1 null
            t1 stuck at a: condition-unclear
            """);
    }
}
