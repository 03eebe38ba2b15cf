using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

[Trait("Element", "Standard loop")]
public class RepeatsTests
{
    private static Scenario Of(string loop) => Scenario.Of(
        $"""
        <startEvent id="s"/><userTask id="a">{loop}</userTask><userTask id="after"/>
        <boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>P9D</timeDuration></timerEventDefinition></boundaryEvent>
        """,
        "s > a > after\nt > after");

    [Fact]
    public void An_activity_is_done_again_while_its_condition_holds_under_the_same_boundary()
    {
        var scenario = Of("<standardLoopCharacteristics><loopCondition>absent</loopCondition></standardLoopCharacteristics>").Start().Forget();

        scenario.Finish("a", ("absent", Value.Of(true))).Saw("""
            w3 Finished
            t1 done a
            s0 set {"absent":true}
            t1 again a after 1
            w4 work a
            """);
        scenario.Finish("a", ("absent", Value.Of(false))).Saw("""
            w4 Finished
            t1 done a
            s0 set {"absent":false}
            d2 disarmed
            t1 at after
            w5 work after
            """);
    }

    [Fact]
    public void So_often_at_most_and_counted_in_its_condition()
    {
        Assert.Single(Of("""<standardLoopCharacteristics loopMaximum="2"/>""").Start().Finish("a").Finish("a").WaitsOn("after"));
        Assert.Single(Of("<standardLoopCharacteristics><loopCondition>loopCounter &lt; 3</loopCondition></standardLoopCharacteristics>")
            .Start().Finish("a").Finish("a").Finish("a").WaitsOn("after"));
    }

    [Fact]
    public void Tested_before_it_may_be_done_not_even_once()
    {
        var scenario = Of("""<standardLoopCharacteristics testBefore="true"><loopCondition>wanted</loopCondition></standardLoopCharacteristics>""");

        scenario.Start(("wanted", Value.Of(false))).Saw("""
            started s {"wanted":false}
            t1 at s
            t1 at a
            d2 timer t 01-28 09:00
            d2 disarmed
            t1 at after
            w3 work after
            """);
    }

    [Fact]
    public void A_condition_that_cannot_be_told_sticks_the_token_and_the_work_is_not_lost()
    {
        var scenario = Of("<standardLoopCharacteristics><loopCondition>absent</loopCondition></standardLoopCharacteristics>").Start();
        scenario.Finish("a").Forget();

        scenario.Retry("t1", ("absent", Value.Of(false))).Saw("""
            t1 retried at a
            s0 set {"absent":false}
            d2 disarmed
            t1 at after
            w4 work after
            """);
    }

    [Fact]
    public void What_failed_is_tried_again_though_the_condition_has_changed_since()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><serviceTask id="a">{Bpmn.Binding("Office.SendMail")}<standardLoopCharacteristics testBefore="true"><loopCondition>wanted</loopCondition></standardLoopCharacteristics></serviceTask><userTask id="after"/>
            """,
            "s > a > after").Start(("wanted", Value.Of(true)));
        scenario.Break("a", "No answer.").Forget();

        scenario.Retry("t1", ("wanted", Value.Of(false))).Saw("""
            t1 retried at a
            s0 set {"wanted":false}
            c3 service a Office.SendMail
            """);
    }

    [Fact]
    public void A_test_that_could_not_be_told_is_made_again()
    {
        var scenario = Of("""<standardLoopCharacteristics testBefore="true"><loopCondition>absent</loopCondition></standardLoopCharacteristics>""").Start().Forget();

        scenario.Retry("t1", ("absent", Value.Of(false))).Saw("""
            t1 retried at a
            s0 set {"absent":false}
            d2 disarmed
            t1 at after
            w3 work after
            """);
    }
}
