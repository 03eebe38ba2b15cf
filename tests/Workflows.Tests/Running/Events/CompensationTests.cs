using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Events;

[Trait("Trap", "20")]
[Trait("Element", "Boundary compensation and compensation throw")]
public class CompensationTests
{
    private const string Throw = "<compensateEventDefinition/>";

    private static string Undoable(string id) => $"""
        <userTask id="{id}"/><boundaryEvent id="{id}b" attachedToRef="{id}"><compensateEventDefinition/></boundaryEvent>
        <userTask id="{id}u" isForCompensation="true"/><association id="{id}l" sourceRef="{id}b" targetRef="{id}u"/>
        """;

    [Fact]
    public void B14_What_is_completed_is_undone_one_after_another_the_last_first_and_then_the_thrower_goes_on()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/>{Undoable("a")}{Undoable("b")}{Undoable("c")}<intermediateThrowEvent id="t">{Throw}</intermediateThrowEvent><userTask id="after"/>""",
            "s > a > b > t > after").Start().Finish("a", ("n", Value.Of(1m))).Forget();

        scenario.Finish("b", ("n", Value.Of(2m))).Saw("""
            w4 Finished
            t1 done b
            s0 set {"n":2}
            u5 kept b in s0 {"n":2}
            t1 at t
            t1 undoes u3 u5
            u5 undone
            s6 opened bu {"n":2}
            t7 at bu in s6
            w8 work bu
            """);
        scenario.Finish("bu").Saw("""
            w8 Finished
            t7 done bu
            t7 Ended at bu
            s6 closed
            u3 undone
            s9 opened au {"n":1}
            t10 at au in s9
            w11 work au
            """);
        scenario.Finish("au").Saw("""
            w11 Finished
            t10 done au
            t10 Ended at au
            s9 closed
            t1 at after
            w12 work after
            """);
    }

    [Fact]
    public void A_handler_reads_what_was_known_and_writes_what_is_known_now()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/>{Undoable("a")}<userTask id="b"/><intermediateThrowEvent id="t">{Throw}</intermediateThrowEvent><userTask id="after"/>""",
            "s > a > b > t > after").Start().Finish("a", ("room", Value.Of("A"))).Finish("b", ("room", Value.Of("B"))).Forget();

        scenario.Finish("au", ("room", Value.Of("none")));

        Assert.Equal(Value.Of("none"), scenario.State.Variables["room"]);
    }

    [Fact]
    public void B14_What_is_not_completed_is_not_undone_and_a_named_activity_alone_is()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/><parallelGateway id="f"/>{Undoable("a")}{Undoable("b")}{Undoable("c")}<endEvent id="t"><compensateEventDefinition activityRef="a"/></endEvent>""",
            "s > f\nf > a > b > t\nf > c").Start().Finish("a").Finish("b");

        Assert.Equal(["c", "au"], scenario.State.Waits.Select(static wait => wait.NodeId));

        scenario.Finish("au");

        Assert.Equal(["c"], scenario.State.Waits.Select(static wait => wait.NodeId));
        Assert.Equal(["b"], scenario.State.Kept.Select(static kept => kept.NodeId));
    }

    [Fact]
    public void With_nothing_to_undo_the_thrower_goes_on()
    {
        var scenario = Scenario.Of($"""<startEvent id="s"/><intermediateThrowEvent id="t">{Throw}</intermediateThrowEvent><endEvent id="e"/>""", "s > t > e").Start();

        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void A_completed_subprocess_is_undone_from_outside_by_undoing_what_was_done_in_it()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><subProcess id="p1"><startEvent id="s1"/>{Undoable("a")}{Undoable("b")}{Bpmn.Flows("s1 > a > b")}</subProcess>{Undoable("c")}
            <intermediateThrowEvent id="t"><compensateEventDefinition activityRef="p1"/></intermediateThrowEvent><userTask id="after"/>
            """,
            "s > p1 > c > t > after").Start().Finish("a").Finish("b").Finish("c");

        scenario.Finish("bu").Finish("au").Finish("after");

        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void A_subprocess_with_a_handler_of_its_own_is_undone_as_a_whole()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><subProcess id="p1"><startEvent id="s1"/>{Undoable("a")}{Bpmn.Flows("s1 > a")}</subProcess>
            <boundaryEvent id="pb" attachedToRef="p1">{Throw}</boundaryEvent><userTask id="pu" isForCompensation="true"/><association id="pl" sourceRef="pb" targetRef="pu"/>
            <intermediateThrowEvent id="t">{Throw}</intermediateThrowEvent><userTask id="after"/>
            """,
            "s > p1 > t > after").Start().Finish("a");

        Assert.Equal(["pu"], scenario.State.Waits.Select(static wait => wait.NodeId));
        scenario.Finish("pu").Finish("after");
        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void Each_completed_instance_of_a_loop_is_undone_with_its_own_item()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><userTask id="a"><multiInstanceLoopCharacteristics office:collection="=[1, 2]" office:elementVariable="item"/></userTask>
            <boundaryEvent id="b" attachedToRef="a">{Throw}</boundaryEvent><userTask id="u" isForCompensation="true">{Bpmn.Binding("Office.Work", ("about", "=item"))}</userTask>
            <association id="l" sourceRef="b" targetRef="u"/><endEvent id="t">{Throw}</endEvent>
            """,
            "s > a > t").Start().Finish("a").Finish("a").Finish("u").Finish("u").Asked("""
            open w7 a
            open w8 a
            close w7 Finished
            close w8 Finished
            open w13 u {"about":2}
            close w13 Finished
            open w16 u {"about":1}
            close w16 Finished
            """);

        Assert.True(scenario.State.HasEnded);
    }

    /// <summary>How a transaction, which is refused, is drawn with what runs.</summary>
    [Fact]
    public void A_subprocess_that_undoes_all_and_ends_with_an_error_does_what_a_cancelled_transaction_does()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><subProcess id="p1"><startEvent id="s1"/>{Undoable("a")}{Undoable("b")}<userTask id="c"/><intermediateThrowEvent id="t">{Throw}</intermediateThrowEvent>
            <endEvent id="cancelled"><errorEventDefinition errorRef="x"/></endEvent>{Bpmn.Flows("s1 > a > b > c > t > cancelled")}</subProcess>
            <boundaryEvent id="edge" attachedToRef="p1"><errorEventDefinition errorRef="x"/></boundaryEvent><userTask id="by-hand"/>
            """,
            "s > p1\nedge > by-hand",
            """<error id="x" errorCode="cancelled"/>""").Start().Finish("a").Finish("b").Finish("c");

        Assert.Equal(["bu"], scenario.State.Waits.Select(static wait => wait.NodeId));
        Assert.Equal(["au"], scenario.Finish("bu").State.Waits.Select(static wait => wait.NodeId));
        Assert.Equal(["by-hand"], scenario.Finish("au").State.Waits.Select(static wait => wait.NodeId));
    }

    [Fact]
    [Trait("Trap", "13")]
    public void A_terminate_end_undoes_nothing()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/>{Undoable("a")}<endEvent id="e"><terminateEventDefinition/></endEvent>""", "s > a > e").Start().Finish("a");

        Assert.True(scenario.State.HasEnded);
        Assert.Empty(scenario.State.Kept);
    }

    [Fact]
    public void An_event_subprocess_undoes_what_was_done_around_it()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/>{Undoable("a")}<userTask id="b"/>
            <subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><messageEventDefinition messageRef="m"/></startEvent><endEvent id="he">{Throw}</endEvent>{Bpmn.Flows("hs > he")}</subProcess>
            """,
            "s > a > b",
            """<message id="m" name="withdrawn"/>""").Start().Finish("a").Receive("hs", "x1");

        Assert.Equal(["au"], scenario.State.Waits.Select(static wait => wait.NodeId));
        scenario.Finish("au");
        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void A_handler_that_fails_is_an_error_of_the_thrower_and_nothing_more_is_undone_by_it()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><subProcess id="p1"><startEvent id="s1"/><userTask id="a"/><boundaryEvent id="b" attachedToRef="a">{Throw}</boundaryEvent>
            <serviceTask id="u" isForCompensation="true">{Bpmn.Binding("Office.Echo")}</serviceTask><association id="l" sourceRef="b" targetRef="u"/>
            <intermediateThrowEvent id="t">{Throw}</intermediateThrowEvent>{Bpmn.Flows("s1 > a > t")}</subProcess>
            <boundaryEvent id="x" attachedToRef="p1"><errorEventDefinition/></boundaryEvent><userTask id="by-hand"/>
            """,
            "s > p1\nx > by-hand").Start().Finish("a").Break("u", "no", "failed");

        Assert.Equal(["by-hand"], scenario.State.Waits.Select(static wait => wait.NodeId));
    }
}
