using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Activities;

[Trait("Trap", "16")]
[Trait("Element", "Event subprocess (message, timer, error, escalation, signal, condition; both kinds)")]
public class EventSubProcessTests
{
    private const string Declarations = """<message id="m" name="withdrawn"/><error id="x" errorCode="given-up"/><escalation id="y" escalationCode="late"/>""";

    private static string Handler(string trigger, string interrupts = "true", string id = "h") => $"""
        <subProcess id="{id}" triggeredByEvent="true"><startEvent id="{id}s" isInterrupting="{interrupts}">{trigger}</startEvent><userTask id="{id}u"/><endEvent id="{id}e"/>
        {Bpmn.Flows($"{id}s > {id}u > {id}e")}</subProcess>
        """;

    private const string ByMessage = """<messageEventDefinition messageRef="m"/>""";
    private const string ByError = """<errorEventDefinition errorRef="x"/>""";

    [Fact]
    public void B6_An_interrupting_one_takes_the_place_of_what_runs_and_the_case_then_ends_normally()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/>""" + Handler(ByMessage) + Handler(ByMessage, id: "i"),
            "s > f\nf > a\nf > b",
            Declarations).Start().Saw("""
            started s
            t1 at s
            m2 listens hs withdrawn
            m3 listens is withdrawn
            t1 at f
            t1 at a
            t4 at b
            w5 work a
            w6 work b
            """);

        scenario.Receive("hs", "x1", ("why", Value.Of("moved"))).Saw("""
            m2 took x1
            m2 deaf
            s0 handled by hs
            m3 deaf
            w6 NotNeeded
            t4 Cancelled at b
            w5 NotNeeded
            t1 Cancelled at a
            t7 at h
            s8 opened h
            s0 set {"why":"moved"}
            t9 at hs in s8
            t9 at hu in s8
            w10 work hu
            """);
        scenario.Finish("hu").Saw("""
            w10 Finished
            t9 done hu
            t9 at he in s8
            t9 Ended at he
            s8 closed
            t7 done h
            t7 Ended at h
            ended Completed
            """);
    }

    [Fact]
    public void Without_interrupting_it_runs_beside_as_often_as_it_is_told_and_keeps_the_case_open()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/>""" + Handler(ByMessage, "false"), "s > a", Declarations).Start();

        scenario.Receive("hs", "x1").Receive("hs", "x2").Finish("a");
        Assert.Equal(2, scenario.WaitsOn("hu").Count);
        Assert.False(scenario.State.HasEnded);

        scenario.Finish("hu").Forget().Finish("hu").Saw("""
            w11 Finished
            t10 done hu
            t10 at he in s9
            t10 Ended at he
            s9 closed
            t8 done h
            t8 Ended at h
            m2 deaf
            ended Completed
            """);
    }

    [Fact]
    public void A_timer_lives_exactly_as_long_as_its_subprocess_and_may_repeat()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><subProcess id="p1"><startEvent id="s1"/><userTask id="a"/>{Bpmn.Flows("s1 > a")}
            {Handler("<timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition>", "false")}</subProcess><userTask id="after"/>
            """,
            "s > p1 > after").Start().Asked("""
            arm d4 01-20 09:00
            open w5 a
            """).Forget();

        scenario.At(1, 20).Fire("hs").Forget().Finish("hu").Finish("a").Asked("""
            close w10 Finished
            close w5 Finished
            disarm d6
            open w11 after
            """);
    }

    [Fact]
    public void An_error_is_caught_in_the_innermost_frame_that_has_a_handler_and_the_frame_then_completes()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><subProcess id="p1"><startEvent id="s1"/><parallelGateway id="f"/><userTask id="a"/><endEvent id="bad">{ByError}</endEvent>{Bpmn.Flows("s1 > f\nf > a\nf > bad")}
            {Handler(ByError)}</subProcess><boundaryEvent id="b" attachedToRef="p1"><errorEventDefinition/></boundaryEvent><userTask id="after"/><userTask id="caught"/>
            """,
            "s > p1 > after\nb > caught",
            Declarations).Start().Forget();

        scenario.Finish("hu");

        Assert.Single(scenario.WaitsOn("after"));
        Assert.Empty(scenario.WaitsOn("caught"));
    }

    [Fact]
    public void An_error_inside_a_handler_goes_outwards_and_not_to_the_handler_itself()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><subProcess id="p1"><startEvent id="s1"/><endEvent id="bad">{ByError}</endEvent>{Bpmn.Flows("s1 > bad")}
            <subProcess id="h" triggeredByEvent="true"><startEvent id="hs">{ByError}</startEvent><endEvent id="he">{ByError}</endEvent>{Bpmn.Flows("hs > he")}</subProcess></subProcess>
            <boundaryEvent id="b" attachedToRef="p1"><errorEventDefinition/></boundaryEvent><userTask id="caught"/>
            """,
            "s > p1\nb > caught",
            Declarations).Start();

        Assert.Single(scenario.WaitsOn("caught"));
        Assert.Single(scenario.State.Scopes);
    }

    [Fact]
    public void Each_instance_of_a_looped_subprocess_has_its_own_handlers()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><subProcess id="p1"><multiInstanceLoopCharacteristics office:collection="=[1, 2]" office:elementVariable="n"/>
            <startEvent id="s1"/><userTask id="a"/>{Bpmn.Flows("s1 > a")}{Handler(ByMessage)}</subProcess>
            """,
            "s > p1",
            Declarations).Start();
        Assert.Equal(2, scenario.WaitsOn("hs").Count);

        scenario.Receive("hs", "x1");
        Assert.Single(scenario.WaitsOn("a"));
        Assert.Single(scenario.WaitsOn("hs"));

        scenario.Finish("hu").Finish("a");
        Assert.True(scenario.State.HasEnded);
        Assert.Empty(scenario.State.Waits);
    }

    [Fact]
    public void A_handler_that_cannot_be_armed_sticks_the_start_until_somebody_corrects_it()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><userTask id="a"/>""" + Handler("<timerEventDefinition><timeDate>until</timeDate></timerEventDefinition>"), "s > a").Start().Saw("""
            started s
            t1 at s
            t1 stuck at s: timer-unclear
            """);

        scenario.Retry("t1", ("until", Value.Of(new DateOnly(2026, 3, 2)))).Asked("""
            arm d2 03-02 09:00
            open w3 a
            """);
    }

    [Fact]
    public void Cancelling_the_case_takes_the_handlers_with_it()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/>""" + Handler(ByMessage), "s > a", Declarations).Start().Forget();

        scenario.Cancel().Asked("""
            close w3 Cancelled
            stop m2
            """);
        Assert.Empty(scenario.State.Waits);
    }

    [Fact]
    public void A_terminate_end_in_a_handler_ends_only_the_handler()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><userTask id="a"/><subProcess id="h" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false">{ByMessage}</startEvent>
            <endEvent id="he"><terminateEventDefinition/></endEvent>{Bpmn.Flows("hs > he")}</subProcess>
            """,
            "s > a",
            Declarations).Start();

        scenario.Receive("hs", "x1");

        Assert.Single(scenario.WaitsOn("a"));
        Assert.Single(scenario.State.Tokens);
    }

    [Fact]
    public void An_escalation_from_a_handler_is_handled_by_another_one_of_the_same_frame_while_nothing_interrupted_it()
    {
        const string First = """
            <subProcess id="h" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false"><messageEventDefinition messageRef="m"/></startEvent>
            <endEvent id="he"><escalationEventDefinition escalationRef="y"/></endEvent><sequenceFlow id="hs-he" sourceRef="hs" targetRef="he"/></subProcess>
            """;
        var second = Handler("""<escalationEventDefinition escalationRef="y"/>""", "false", "i");
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/>""" + First + second, "s > a", Declarations).Start().Forget();

        scenario.Receive("hs", "x1").Saw("""
            m2 took x1
            s0 handled by hs
            t4 at h
            s5 opened h
            t6 at hs in s5
            t6 at he in s5
            t6 escalated late to is
            s0 handled by is
            t7 at i
            s8 opened i
            t9 at is in s8
            t6 Ended at he
            s5 closed
            t4 done h
            t4 Ended at h
            t9 at iu in s8
            w10 work iu
            """);
    }

    [Fact]
    public void An_escalation_is_handled_beside_what_goes_on()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><intermediateThrowEvent id="t"><escalationEventDefinition escalationRef="y"/></intermediateThrowEvent><userTask id="a"/>"""
            + Handler("""<escalationEventDefinition escalationRef="y"/>""", "false"),
            "s > t > a",
            Declarations).Start();

        Assert.Single(scenario.WaitsOn("a"));
        Assert.Single(scenario.WaitsOn("hu"));
        Assert.Equal(CaseEnd.Completed, scenario.Finish("a").Finish("hu").State.End);
    }

    [Fact]
    public void What_its_mapping_takes_in_is_known_inside()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><userTask id="a"/><endEvent id="e"/>
            <subProcess id="sub" triggeredByEvent="true"><extensionElements><office:mapping><office:input target="who" expression="=client"/></office:mapping></extensionElements>
            <startEvent id="h" isInterrupting="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent><userTask id="b"/>
            <sequenceFlow id="h-b" sourceRef="h" targetRef="b"/></subProcess>
            """,
            "s > a > e").Start(("client", Value.Of("A"))).Fire("h");

        Assert.Contains(scenario.State.Scopes, static scope => Value.Of("A").Equals(scope.Variables["who"]));
    }

    [Theory]
    [InlineData("""<multiInstanceLoopCharacteristics office:collection="=clients" office:elementVariable="who"/>""")]
    [InlineData("""<standardLoopCharacteristics loopMaximum="2"/>""")]
    public void Repeated_it_is_refused_by_name(string loop) => Assert.Contains(
        "only-what-the-engine-runs sub",
        Checks.Of(
            $"""
            <startEvent id="s"/><userTask id="a"/><endEvent id="e"/>
            <subProcess id="sub" triggeredByEvent="true">{loop}<startEvent id="h" isInterrupting="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent><userTask id="b"/><endEvent id="he"/>
            <sequenceFlow id="h-b" sourceRef="h" targetRef="b"/><sequenceFlow id="b-he" sourceRef="b" targetRef="he"/></subProcess>
            """,
            "s > a > e"),
        StringComparison.Ordinal);
}
