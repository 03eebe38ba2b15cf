using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Events;

[Trait("Element", "Error, escalation, message, signal, terminate end")]
public class EndEventTests
{
    private const string Error = """<error id="x" name="中止" errorCode="given-up"/><error id="y" errorCode="other"/>""";

    private static string Throwing(string boundaries) => $"""
        <startEvent id="s"/><subProcess id="p1"><startEvent id="s1"/><subProcess id="p2"><startEvent id="s2"/><parallelGateway id="f"/><userTask id="u"/><endEvent id="bad"><errorEventDefinition errorRef="x"/></endEvent>
        {Bpmn.Flows("s2 > f\nf > u\nf > bad")}</subProcess>{Bpmn.Flows("s1 > p2")}</subProcess><endEvent id="e"/><endEvent id="caught"/>{boundaries}
        """;

    private static string Catcher(string id, string? error) =>
        $"""<boundaryEvent id="{id}" attachedToRef="p1"><errorEventDefinition {(error is null ? "" : $"errorRef=\"{error}\"")}/></boundaryEvent>""";

    [Fact]
    [Trait("Element", "Boundary message, error, escalation, signal")]
    [Trait("Trap", "14")]
    public void B10_An_error_goes_outwards_to_the_nearest_event_that_catches_it()
    {
        Scenario.Of(Throwing(Catcher("b", "x")), "s > p1 > e\nb > caught", Error).Start().Saw("""
            started s
            t1 at s
            t1 at p1
            s2 opened p1
            t3 at s1 in s2
            t3 at p2 in s2
            s4 opened p2
            t5 at s2 in s4
            t5 at f in s4
            t5 at bad in s4
            t6 at u in s4
            t5 threw given-up
            t1 hit by b
            t6 Cancelled at u
            t5 Cancelled at bad
            s4 closed
            t3 Cancelled at p2
            s2 closed
            t1 at b
            t1 at caught
            t1 Ended at caught
            ended Completed
            """);
    }

    [Fact]
    [Trait("Trap", "14")]
    public void The_exact_code_comes_before_the_one_for_every_error()
    {
        var scenario = Scenario.Of(
            Throwing(Catcher("a", null) + Catcher("b", "x") + Catcher("c", "y")) + """<userTask id="right"/>""",
            "s > p1 > e\na > caught\nc > caught\nb > right",
            Error).Start();

        Assert.Single(scenario.WaitsOn("right"));
    }

    [Fact]
    [Trait("Trap", "14")]
    public void One_for_every_error_catches_what_has_no_catcher_of_its_own()
    {
        Assert.True(Scenario.Of(Throwing(Catcher("a", null) + Catcher("c", "y")), "s > p1 > e\na > caught\nc > e", Error).Start().State.HasEnded);
    }

    [Fact]
    [Trait("Trap", "14")]
    public void B10_Caught_by_nobody_the_token_is_stuck_and_the_rest_goes_on()
    {
        var scenario = Scenario.Of(Throwing(Catcher("c", "y")), "s > p1 > e\nc > caught", Error).Start();

        var stuck = Assert.Single(scenario.State.StuckTokens);
        Assert.Equal(("bad", "error-uncaught"), (stuck.NodeId, stuck.Trouble!.Code));
        Assert.Contains("中止", stuck.Trouble.Reason, StringComparison.Ordinal);
        Assert.Single(scenario.WaitsOn("u"));
    }

    [Fact]
    [Trait("Trap", "13")]
    [Trait("Element", "None start and end")]
    public void A_terminate_end_of_the_process_ends_the_case_and_all_that_is_open()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><endEvent id="stop"><terminateEventDefinition/></endEvent>""",
            "s > f\nf > a > stop\nf > b > stop").Start().Forget();

        scenario.Finish("a").Saw("""
            w3 Finished
            t1 done a
            t1 at stop
            w4 NotNeeded
            t2 Cancelled at b
            t1 Ended at stop
            ended Terminated
            """);
        Assert.Equal(CaseEnd.Terminated, scenario.State.End);
    }

    [Fact]
    public void A_message_end_sends_and_ends()
    {
        Scenario.Of("""<startEvent id="s"/><endEvent id="e"><messageEventDefinition messageRef="m"/></endEvent>""", "s > e", """<message id="m" name="done"/>""")
            .Start().Saw("""
            started s
            t1 at s
            t1 at e
            x2 sent done
            t1 Ended at e
            ended Completed
            """);
    }
}
