using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Activities;

[Trait("Trap", "19")]
[Trait("Element", "Call activity with mapping")]
public class CallActivityTests
{
    private const string Elements = """
        <startEvent id="s"/><callActivity id="c" calledElement="consent"><extensionElements><office:mapping>
        <office:input target="client" expression="=clientId"/><office:output target="answer" expression="=outcome"/></office:mapping></extensionElements></callActivity>
        <endEvent id="e"/><endEvent id="caught"/>
        """;

    [Fact]
    public void A6_Only_what_is_mapped_crosses_in_and_out()
    {
        var scenario = Scenario.Of(Elements, "s > c > e").Start(("clientId", Value.Of("c1")), ("secret", Value.Of("x")));
        scenario.Asked("""start k2 consent {"client":"c1"}""").Forget();

        scenario.Return("c", ("outcome", Value.Of("agreed")), ("other", Value.Of(1m))).Saw("""
            k2 Done
            t1 done c
            s0 set {"answer":"agreed"}
            t1 at e
            t1 Ended at e
            ended Completed
            """);
    }

    [Fact]
    public void A6_Without_a_mapping_nothing_crosses()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><callActivity id="c" calledElement="consent"/>""", "s > c")
            .Start(("clientId", Value.Of("c1"))).Asked("start k2 consent").Forget();

        scenario.Return("c", ("outcome", Value.Of("agreed"))).Saw("""
            k2 Done
            t1 done c
            t1 Ended at c
            ended Completed
            """);
    }

    [Fact]
    public void An_error_of_the_called_case_is_caught_at_the_call()
    {
        var scenario = Scenario.Of(
            Elements + """<boundaryEvent id="b" attachedToRef="c"><errorEventDefinition errorRef="x"/></boundaryEvent>""",
            "s > c > e\nb > caught",
            """<error id="x" errorCode="declined"/>""").Start().Forget();

        scenario.Fail("c", "declined").Saw("""
            k2 Failed declined
            t1 threw declined
            t1 hit by b
            t1 at b
            t1 at caught
            t1 Ended at caught
            ended Completed
            """);
    }

    [Fact]
    public void Caught_nowhere_it_sticks_here_and_a_retry_calls_again()
    {
        var scenario = Scenario.Of(Elements, "s > c > e").Start().Forget();

        scenario.Fail("c", "declined").Saw("""
            k2 Failed declined
            t1 threw declined
            t1 stuck at c: error-uncaught
            """);
        scenario.Forget().Retry("t1").Asked("""start k3 consent {"client":null}""");
    }

    [Fact]
    public void A_called_case_that_catches_nothing_fails_as_a_whole_and_names_its_error()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><endEvent id="bad"><errorEventDefinition errorRef="x"/></endEvent>
            """,
            "s > f\nf > a > bad\nf > b",
            """<error id="x" name="同意しない" errorCode="declined"/>""");
        scenario.Tell(new Input.Started(scenario.Now, Value.Record.Empty) { IsCalled = true }).Forget();

        scenario.Finish("a").Saw("""
            w3 Finished
            t1 done a
            t1 at bad
            t1 threw declined
            w4 NotNeeded
            t2 Cancelled at b
            t1 Cancelled at bad
            ended Failed declined 同意しない
            """).Asked("""
            close w3 Finished
            close w4 NotNeeded
            """);
        Assert.Equal((CaseEnd.Failed, "declined", "同意しない"), (scenario.State.End, scenario.State.ErrorCode, scenario.State.Reason));
    }

    [Fact]
    [Trait("Trap", "13")]
    public void A_called_case_that_ends_by_terminate_has_not_failed_and_its_caller_goes_on()
    {
        var child = Bpmn.Read(Bpmn.File("""<startEvent id="s"/><endEvent id="e"><terminateEventDefinition/></endEvent>""", "s > e"));
        var started = new Input.Started(new DateTimeOffset(2026, 1, 19, 0, 0, 0, TimeSpan.Zero), Value.Record.Empty) { IsCalled = true };

        var ended = Assert.IsType<Decision.Accepted>(Engine.Decide(child, null, started)).State;

        Assert.Equal((CaseEnd.Terminated, (string?)null), (ended.End, ended.ErrorCode));
        Assert.True(Scenario.Of("""<startEvent id="s"/><callActivity id="c" calledElement="child"/>""", "s > c").Start().Return("c").State.HasEnded);
    }

    [Fact]
    public void The_effect_says_which_version_is_called()
    {
        static string Asked(string binding) => string.Join(' ', Started(binding).Effects.Select(Transcript.Line));
        static Decision.Accepted Started(string binding) => Assert.IsType<Decision.Accepted>(Engine.Decide(
            Bpmn.Read(Bpmn.File($"""<startEvent id="s"/><callActivity id="c" calledElement="consent" {binding}/>""", "s > c")),
            null,
            new Input.Started(new DateTimeOffset(2026, 1, 19, 0, 0, 0, TimeSpan.Zero), Value.Record.Empty)));

        Assert.Equal("start k2 consent", Asked(""));
        Assert.Equal("start k2 consent Fixed 3", Asked("office:binding='version' office:version='3'"));
        Assert.Equal("start k2 consent AsAtMyStart", Asked("office:binding='start'"));
    }

    [Theory]
    [InlineData("true", "late")]
    [InlineData("false", "c late")]
    [Trait("Trap", "15")]
    public void An_escalation_of_the_called_case_is_caught_at_the_call_of_either_kind(string interrupting, string left)
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><callActivity id="c" calledElement="consent"/><boundaryEvent id="b" attachedToRef="c" cancelActivity="{interrupting}"><escalationEventDefinition escalationRef="y"/></boundaryEvent>
            <userTask id="late"/>
            """,
            "s > c\nb > late",
            """<escalation id="y" escalationCode="late"/>""").Start();

        scenario.Escalate("c", "late");

        Assert.Equal(left, string.Join(' ', scenario.State.Waits.Select(static wait => wait.NodeId)));
    }

    [Fact]
    [Trait("Trap", "15")]
    public void An_escalation_that_nobody_in_a_called_case_catches_is_told_to_its_caller_and_the_case_goes_on()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><intermediateThrowEvent id="t"><escalationEventDefinition escalationRef="y"/></intermediateThrowEvent><userTask id="a"/>""",
            "s > t > a",
            """<escalation id="y" escalationCode="late"/>""");

        scenario.Tell(new Input.Started(scenario.Now, Value.Record.Empty) { IsCalled = true }).Asked("""
            escalate late
            open w2 a
            """);
    }
}
