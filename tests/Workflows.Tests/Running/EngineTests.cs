using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

public class EngineTests
{
    [Fact]
    [Trait("Element", "None start and end")]
    public void M6_A_case_goes_from_its_start_through_work_and_service_to_its_end()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><userTask id="a" name="書く"/>
            <serviceTask id="b">{Bpmn.Binding("Office.SendMail", ("template", "t"), ("to", "=name"))}</serviceTask><endEvent id="e"/>
            """,
            "s > a > b > e");

        scenario.Start(("name", Value.Of("利用者A")));
        scenario.Saw("""
            started s {"name":"利用者A"}
            t1 at s
            t1 at a
            w2 work a
            """).Asked("open w2 書く");

        scenario.Finish("a", ("done", Value.Of(true)));
        scenario.Saw("""
            w2 Finished
            t1 done a
            s0 set {"done":true}
            t1 at b
            c3 service b Office.SendMail
            """).Asked("""
            close w2 Finished
            call c3 Office.SendMail {"template":"t","to":"利用者A"}
            """);

        scenario.Perform("b");
        scenario.Saw("""
            c3 Done
            t1 done b
            t1 at e
            t1 Ended at e
            ended Completed
            """);
        Assert.True(scenario.State.HasEnded);
        Assert.Equal("""{"done":true,"name":"利用者A"}""", CaseFormat.WriteValue(scenario.State.Outputs));
    }

    [Fact]
    [Trait("Trap", "29")]
    public void The_same_input_told_twice_to_the_same_state_gives_the_same_ids()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/><userTask id="b"/>""", "s > a > b").Start();

        var twice = Enumerable.Range(0, 2)
            .Select(_ => Engine.Decide(scenario.Process, scenario.State, new Input.WorkFinished(scenario.Now, "w2", Value.Record.Empty)))
            .Cast<Decision.Accepted>()
            .Select(static accepted => string.Join('\n', accepted.Events.Select(CaseFormat.WriteEvent)))
            .ToList();

        Assert.Equal(twice[0], twice[1]);
    }

    [Fact]
    public void What_does_not_fit_the_case_is_refused_and_changes_nothing()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/>""", "s > a");
        Assert.Equal("no-such-start", scenario.Refusal(new Input.Started(scenario.Now, Value.Record.Empty, "a")));
        scenario.Start();

        Assert.Equal("case-started", scenario.Refusal(new Input.Started(scenario.Now, Value.Record.Empty)));
        Assert.Equal("work-not-open", scenario.Refusal(new Input.WorkFinished(scenario.Now, "w9", Value.Record.Empty)));
        Assert.Equal("call-not-open", scenario.Refusal(new Input.ServiceDone(scenario.Now, "w2", Value.Record.Empty)));
        Assert.Equal("not-listening", scenario.Refusal(new Input.MessageArrived(scenario.Now, "m9", "x", Value.Record.Empty)));
        Assert.Equal("token-not-stuck", scenario.Refusal(new Input.Retried(scenario.Now, "t1", Value.Record.Empty)));
        scenario.Finish("a");
        Assert.Equal("case-ended", scenario.Refusal(new Input.Cancelled(scenario.Now, "late")));
    }

    [Fact]
    public void A_timer_that_is_no_longer_armed_is_ignored_even_after_the_end()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><endEvent id="e"/>""", "s > e").Start().Forget();

        scenario.Tell(new Input.TimerFired(scenario.Now, "d7"));

        scenario.Saw("").Asked("");
    }
}
