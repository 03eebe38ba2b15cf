using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Events;

public class SignalTests
{
    private const string Declarations = """<signal id="g" name="fees-changed"/>""";
    private const string Definition = """<signalEventDefinition signalRef="g"/>""";

    [Fact]
    [Trait("Element", "Intermediate throw message, signal, escalation")]
    public void A_thrown_signal_is_heard_by_all_that_wait_in_the_case_and_goes_to_the_others()
    {
        Scenario.Of(
            $"""
            <startEvent id="s"/><parallelGateway id="f"/><intermediateCatchEvent id="c">{Definition}</intermediateCatchEvent>
            <userTask id="a"/><boundaryEvent id="b" attachedToRef="a" cancelActivity="false">{Definition}</boundaryEvent>
            <userTask id="told"/><userTask id="again"/><userTask id="go"/>
            <intermediateThrowEvent id="t"><extensionElements><office:mapping><office:input target="from" expression="=day"/></office:mapping></extensionElements>{Definition}</intermediateThrowEvent>
            """,
            "s > f\nf > c > told\nf > a\nb > again\nf > go > t",
            Declarations).Start(("day", Value.Of("4/1"))).Forget().Finish("go").Saw("""
            w7 Finished
            t3 done go
            t3 at t
            x8 signalled fees-changed
            g4 heard
            t1 hit by b
            t9 at b
            s0 set {"from":"4/1"}
            t9 at again
            g6 heard
            g6 hears no more
            t2 done c
            s0 set {"from":"4/1"}
            t2 at told
            t3 Ended at t
            w10 work again
            w11 work told
            """);
    }

    [Fact]
    [Trait("Element", "Intermediate catch timer, message, signal")]
    [Trait("Trap", "18")]
    public void A_signal_reaches_who_waits_at_that_moment_and_nobody_who_begins_to_wait_later()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/><intermediateThrowEvent id="t">{Definition}</intermediateThrowEvent><intermediateCatchEvent id="c">{Definition}</intermediateCatchEvent>""",
            "s > t > c",
            Declarations).Start().Asked("""
            broadcast x2 fees-changed
            hear g3 fees-changed
            """);

        scenario.Signal("other", "x").Signal("fees-changed", "y").Asked("hush g3");
        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    [Trait("Element", "Boundary message, error, escalation, signal")]
    public void One_signal_from_another_case_hits_a_boundary_event_once_however_often_it_is_told()
    {
        Scenario.Of(
            $"""<startEvent id="s"/><userTask id="a"/><boundaryEvent id="b" attachedToRef="a" cancelActivity="false">{Definition}</boundaryEvent><userTask id="look"/>""",
            "s > a\nb > look",
            Declarations).Start().Forget().Signal("fees-changed", "x1", ("rate", Value.Of(2m))).Signal("fees-changed", "x1").Saw("""
            signal fees-changed x1
            g2 heard
            t1 hit by b
            t4 at b
            s0 set {"rate":2}
            t4 at look
            w5 work look
            """);
    }

    [Fact]
    [Trait("Element", "Boundary message, error, escalation, signal")]
    public void An_interrupting_boundary_event_ends_its_activity_and_hears_no_more()
    {
        Scenario.Of(
            $"""<startEvent id="s"/><userTask id="a"/><boundaryEvent id="b" attachedToRef="a">{Definition}</boundaryEvent><endEvent id="e"/>""",
            "s > a\nb > e",
            Declarations).Start().Forget().Signal("fees-changed", "x1").Saw("""
            signal fees-changed x1
            g2 heard
            g2 hears no more
            t1 hit by b
            w3 NotNeeded
            t1 at b
            t1 at e
            t1 Ended at e
            ended Completed
            """);
    }

    [Fact]
    [Trait("Element", "Signal start")]
    public void A_case_can_begin_with_a_signal()
    {
        var scenario = Scenario.Of($"""<startEvent id="s">{Definition}</startEvent><userTask id="a"/>""", "s > a", Declarations);

        scenario.Tell(new Input.Started(scenario.Now, Value.Record.Empty, "s")).Saw("""
            started s
            t1 at s
            t1 at a
            w2 work a
            """);
    }

    [Theory]
    [Trait("Element", "Event subprocess (message, timer, error, escalation, signal, condition; both kinds)")]
    [InlineData("true", "b5 open 0")]
    [InlineData("false", "b5 open 1")]
    public void A_signal_begins_an_event_subprocess_of_either_kind(string interrupting, string left)
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><userTask id="a"/>
            <subProcess id="h" triggeredByEvent="true"><startEvent id="hs" isInterrupting="{interrupting}">{Definition}</startEvent><userTask id="hu"/>{Bpmn.Flows("hs > hu")}</subProcess>
            """,
            "s > a",
            Declarations).Start().Signal("fees-changed", "x1");

        Assert.Single(scenario.WaitsOn("hu"));
        Assert.Equal(left, $"b5 open {scenario.WaitsOn("a").Count}");
    }

    [Fact]
    [Trait("Element", "Error, escalation, message, signal, terminate end")]
    public void A_signal_end_event_tells_and_ends_its_token()
    {
        Scenario.Of($"""<startEvent id="s"/><endEvent id="e">{Definition}</endEvent>""", "s > e", Declarations).Start().Saw("""
            started s
            t1 at s
            t1 at e
            x2 signalled fees-changed
            t1 Ended at e
            ended Completed
            """);
    }

    [Fact]
    public void A_thrower_that_its_own_signal_interrupts_goes_no_further()
    {
        Scenario.Of(
            $"""
            <startEvent id="s"/><subProcess id="p1"><startEvent id="s1"/><intermediateThrowEvent id="t">{Definition}</intermediateThrowEvent><userTask id="never"/>{Bpmn.Flows("s1 > t > never")}</subProcess>
            <boundaryEvent id="b" attachedToRef="p1">{Definition}</boundaryEvent><userTask id="out"/>
            """,
            "s > p1\nb > out",
            Declarations).Start().Asked("""
            broadcast x5 fees-changed
            open w6 out
            """);
    }
}
