using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Activities;

[Trait("Element", "User task")]
public class UserTaskTests
{
    [Fact]
    public void Opens_a_work_item_with_its_role_and_inputs_evaluated_on_entry()
    {
        Scenario.Of(
            $"""
            <laneSet id="ls"><lane id="l"><extensionElements><office:role key="specialist"/></extensionElements><flowNodeRef>a</flowNodeRef></lane></laneSet>
            <startEvent id="s"/><userTask id="a" name="訪問する">{Bpmn.Binding("Office.Work", ("form", "visit"), ("about", "=name"), ("dueAt", "=today() + duration(\\\"P3D\\\")"))}</userTask>
            """,
            "s > a").Start(("name", Value.Of("利用者A"))).Asked(
            """open w2 訪問する specialist {"about":"利用者A","dueAt":{"$":"day","v":"2026-01-22"},"form":"visit"}""");
    }

    [Fact]
    [Trait("Element", "Manual task")]
    public void A_manual_task_is_a_work_item_with_a_tick()
    {
        Scenario.Of("""<startEvent id="s"/><manualTask id="a" name="訪問"/>""", "s > a").Start().Asked("open w2 訪問 manual")
            .Finish("a").Asked("close w2 Finished");
    }

    [Fact]
    [Trait("Trap", "23")]
    public void Reached_twice_it_has_two_identities_and_its_boundary_timer_is_armed_anew()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><exclusiveGateway id="m"/><userTask id="a"/><exclusiveGateway id="x" default="x-e"/><endEvent id="e"/><endEvent id="late"/>
            <boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition></boundaryEvent>
            """,
            "s > m > a > x\nx > m : again\nx > e\nt > late").Start().Forget();

        scenario.At(1, 20).Finish("a", ("again", Value.Of(true))).Saw("""
            w3 Finished
            t1 done a
            s0 set {"again":true}
            d2 disarmed
            t1 at x
            t1 chose x-m | x-m again {"again":true} true
            t1 at m
            t1 at a
            d4 timer t 01-22 09:00
            w5 work a
            """);
    }

    [Fact]
    public void By_mapping_only_what_is_named_is_taken_from_the_result()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><userTask id="a"><extensionElements><office:mapping><office:output target="outcome" expression="=answer"/>
            <office:output target="total" expression="=n + base"/></office:mapping></extensionElements></userTask><userTask id="b"/>
            """,
            "s > a > b").Start(("base", Value.Of(10m))).Forget();

        scenario.Finish("a", ("answer", Value.Of("agreed")), ("n", Value.Of(5m)), ("secret", Value.Of("x"))).Saw("""
            w2 Finished
            t1 done a
            s0 set {"outcome":"agreed","total":15}
            t1 at b
            w3 work b
            """);
    }
}
