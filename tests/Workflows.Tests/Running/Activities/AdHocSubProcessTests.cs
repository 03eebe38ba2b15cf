using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Activities;

[Trait("Element", "Ad-hoc subprocess")]
public class AdHocSubProcessTests
{
    private static Scenario Visits(string condition = "", string attributes = "") => Scenario.Of(
        $"""
        <startEvent id="s"/><adHocSubProcess id="h"{attributes}><userTask id="home"/><userTask id="school"/><userTask id="report"/>{Bpmn.Flows("school > report")}{condition}</adHocSubProcess>
        <userTask id="after"/>
        """,
        "s > h > after");

    [Fact]
    public void B17_What_nothing_leads_to_begins_at_once_and_is_done_in_any_order()
    {
        var scenario = Visits().Start().Saw("""
            started s
            t1 at s
            t1 at h
            s2 opened h
            t3 at home in s2
            t4 at school in s2
            w5 work home
            w6 work school
            """);

        scenario.Finish("school").Finish("home").Forget().Finish("report").Saw("""
            w7 Finished
            t4 done report
            t4 Ended at report
            s2 closed
            t1 done h
            t1 at after
            w8 work after
            """);
    }

    [Fact]
    public void B17_When_its_condition_holds_what_remains_is_not_needed()
    {
        Visits("""<completionCondition>enough</completionCondition>""").Start().Forget().Finish("home", ("enough", Value.Of(true))).Saw("""
            w5 Finished
            t3 done home
            s0 set {"enough":true}
            t3 Ended at home
            w6 NotNeeded
            t4 Cancelled at school
            s2 closed
            t1 done h
            t1 at after
            w7 work after
            """);
    }

    [Fact]
    public void It_can_wait_for_what_runs_and_begin_nothing_new()
    {
        var scenario = Visits("""<completionCondition>enough</completionCondition>""", " cancelRemainingInstances=\"false\"").Start();

        scenario.Finish("home", ("enough", Value.Of(true)));
        Assert.Equal(["school"], scenario.State.Waits.Select(static wait => wait.NodeId));

        scenario.Finish("school");
        Assert.Equal(["after"], scenario.State.Waits.Select(static wait => wait.NodeId));
    }

    [Fact]
    public void A_condition_that_cannot_be_told_waits_for_a_person_and_is_tried_again()
    {
        var scenario = Visits("""<completionCondition>enough</completionCondition>""").Start().Finish("home");

        Assert.Equal("condition-unclear", Assert.Single(scenario.State.StuckTokens).Trouble!.Code);
        scenario.Retry("t3", ("enough", Value.Of(true)));
        Assert.Equal(["after"], scenario.State.Waits.Select(static wait => wait.NodeId));
    }

    [Fact]
    public void An_interrupting_boundary_event_ends_all_of_it()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><adHocSubProcess id="h"><userTask id="home"/><userTask id="school"/></adHocSubProcess>
            <boundaryEvent id="b" attachedToRef="h"><timerEventDefinition><timeDuration>P7D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="late"/>
            """,
            "s > h\nb > late").Start().Fire("b");

        Assert.Equal(["late"], scenario.State.Waits.Select(static wait => wait.NodeId));
    }
}
