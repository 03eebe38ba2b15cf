using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Activities;

[Trait("Element", "Embedded subprocess")]
public class SubProcessTests
{
    private static string Sub(string elements, string flows, string extra = "") =>
        $"""<startEvent id="s"/><subProcess id="p1">{extra}<startEvent id="s1"/>{elements}{Bpmn.Flows(flows)}</subProcess><userTask id="after"/>""";

    [Fact]
    [Trait("Trap", "21")]
    public void Completes_when_its_last_token_is_gone()
    {
        var scenario = Scenario.Of(
            Sub("""<parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><endEvent id="e1"/>""", "s1 > f\nf > a > e1\nf > b > e1"),
            "s > p1 > after").Start().Saw("""
            started s
            t1 at s
            t1 at p1
            s2 opened p1
            t3 at s1 in s2
            t3 at f in s2
            t3 at a in s2
            t4 at b in s2
            w5 work a
            w6 work b
            """);

        scenario.Finish("a").Saw("""
            w5 Finished
            t3 done a
            t3 at e1 in s2
            t3 Ended at e1
            """);
        scenario.Finish("b").Saw("""
            w6 Finished
            t4 done b
            t4 at e1 in s2
            t4 Ended at e1
            s2 closed
            t1 done p1
            t1 at after
            w7 work after
            """);
    }

    [Fact]
    public void What_its_mapping_takes_in_is_known_only_inside_and_what_it_gives_out_stays()
    {
        var scenario = Scenario.Of(
            Sub(
                """<userTask id="a"/>""",
                "s1 > a",
                """<extensionElements><office:mapping><office:input target="n" expression="=n + 1"/><office:output target="sum" expression="=n * 10"/></office:mapping></extensionElements>"""),
            "s > p1 > after").Start(("n", Value.Of(1m))).Forget();

        scenario.Finish("a", ("n", Value.Of(5m)), ("new", Value.Of("x"))).Saw("""
            w4 Finished
            t3 done a
            s2 set {"n":5}
            s0 set {"new":"x"}
            t3 Ended at a
            s2 closed
            t1 done p1
            s0 set {"sum":50}
            t1 at after
            w5 work after
            """);
        Assert.Equal("""{"n":1,"new":"x","sum":50}""", CaseFormat.WriteValue(scenario.State.Variables));
    }

    [Fact]
    [Trait("Trap", "6")]
    public void An_interrupting_boundary_event_ends_the_whole_inner_tree()
    {
        var scenario = Scenario.Of(
            Sub(
                $"""
                <parallelGateway id="f"/><userTask id="a"/><serviceTask id="c">{Bpmn.Binding("Office.SendMail")}</serviceTask><callActivity id="d" calledElement="consent"/>
                <receiveTask id="r" messageRef="m"/><intermediateCatchEvent id="w"><timerEventDefinition><timeDuration>P9D</timeDuration></timerEventDefinition></intermediateCatchEvent>
                <subProcess id="p2"><startEvent id="s2"/><userTask id="deep"/>{Bpmn.Flows("s2 > deep")}</subProcess>
                """,
                "s1 > f\nf > a\nf > c\nf > d\nf > r\nf > w\nf > p2")
            + """<boundaryEvent id="t" attachedToRef="p1"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>""",
            "s > p1 > after\nt > after",
            """<message id="m" name="answer"/>""").Start().Forget();

        scenario.At(1, 20).Fire("t").Asked("""
            disarm d16
            stop m15
            close w17 NotNeeded
            cancel k12
            cancel c11
            close w10 NotNeeded
            open w18 after
            """);
        Assert.Single(scenario.State.Tokens);
        Assert.Single(scenario.State.Waits);
        Assert.Single(scenario.State.Scopes);
    }

    [Fact]
    [Trait("Trap", "13")]
    [Trait("Element", "Error, escalation, message, signal, terminate end")]
    public void B9_A_terminate_end_inside_ends_only_the_subprocess()
    {
        var scenario = Scenario.Of(
            Sub(
                """<parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><endEvent id="stop"><terminateEventDefinition/></endEvent>""",
                "s1 > f\nf > a > stop\nf > b"),
            "s > p1 > after").Start().Forget();

        scenario.Finish("a").Saw("""
            w5 Finished
            t3 done a
            t3 at stop in s2
            w6 NotNeeded
            t4 Cancelled at b
            t3 Ended at stop
            s2 closed
            t1 done p1
            t1 at after
            w7 work after
            """);
    }

    [Fact]
    [Trait("Trap", "7")]
    [Trait("Trap", "21")]
    public void Tokens_of_non_interrupting_boundary_events_keep_it_open()
    {
        var scenario = Scenario.Of(
            Sub(
                """
                <userTask id="a"/><userTask id="remind"/>
                <boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
                """,
                "s1 > a\nt > remind"),
            "s > p1 > after").Start();
        scenario.At(1, 20).Fire("t");

        scenario.Finish("a");
        Assert.Empty(scenario.WaitsOn("after"));

        scenario.Finish("remind");
        Assert.Single(scenario.WaitsOn("after"));
    }

    [Fact]
    public void Without_a_start_it_is_stuck()
    {
        Scenario.Of("""<startEvent id="s"/><subProcess id="p1"/>""", "s > p1").Start().Saw("""
            started s
            t1 at s
            t1 at p1
            t1 stuck at p1: no-start
            """);
    }
}
