using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Events;

[Trait("Element", "Boundary timer, both kinds")]
public class BoundaryEventTests
{
    private const string Message = """<message id="m" name="answer"/>""";

    private static Scenario Of(string boundary, string flows = "s > a > e\nb > r", string extra = "") => Scenario.Of(
        $"""<startEvent id="s"/><userTask id="a"/><endEvent id="e"/><userTask id="r"/>{boundary}{extra}""", flows, Message);

    private static string Timer(string timer, string interrupts = "false") =>
        $"""<boundaryEvent id="b" attachedToRef="a" cancelActivity="{interrupts}"><timerEventDefinition>{timer}</timerEventDefinition></boundaryEvent>""";

    [Fact]
    public void An_interrupting_timer_ends_the_activity_and_leaves_by_its_own_way()
    {
        Of(Timer("<timeDate>2026-01-20T10:00:00+09:00</timeDate>", "true")).Start().Forget().At(1, 20, 10).Fire("b").Saw("""
            d2 fired
            t1 hit by b
            w3 NotNeeded
            t1 at b
            t1 at r
            w4 work r
            """).Asked("""
            close w3 NotNeeded
            open w4 r
            """);
    }

    [Fact]
    [Trait("Trap", "7")]
    public void Without_interrupting_a_token_of_its_own_leaves_beside_the_activity()
    {
        var scenario = Of(Timer("<timeDuration>working days(3)</timeDuration>")).Start().Saw("""
            started s
            t1 at s
            t1 at a
            d2 timer b 01-22 09:00
            w3 work a
            """).Forget();

        scenario.At(1, 22).Fire("b").Saw("""
            d2 fired
            t1 hit by b
            t4 at b
            t4 at r
            w5 work r
            """);
        scenario.Finish("a").Saw("""
            w3 Finished
            t1 done a
            t1 at e
            t1 Ended at e
            """);
        scenario.Finish("r").Saw("""
            w5 Finished
            t4 done r
            t4 Ended at r
            ended Completed
            """);
    }

    [Fact]
    [Trait("Trap", "9")]
    public void B5_A_cycle_fires_so_often_counted_from_where_it_began_and_stops()
    {
        var scenario = Of(Timer("<timeCycle>R3/P3D</timeCycle>")).Start().Forget();

        scenario.At(1, 22, 11).Fire("b").Saw("""
            d2 fired
            d4 timer b 01-25 09:00
            t1 hit by b
            t5 at b
            t5 at r
            w6 work r
            """);
        scenario.At(1, 25).Fire("b").At(1, 28).Forget().Fire("b").Saw("""
            d7 fired
            t1 hit by b
            t10 at b
            t10 at r
            w11 work r
            """);
        Assert.Equal(3, scenario.WaitsOn("r").Count);
    }

    [Fact]
    [Trait("Trap", "9")]
    public void A_cycle_that_is_overdue_fires_once_and_goes_on_at_its_next_round()
    {
        var scenario = Of(Timer("<timeCycle>R/P1D</timeCycle>")).Start().Forget();

        scenario.At(1, 23, 12).Fire("b").Saw("""
            d2 fired
            d4 timer b 01-24 09:00
            t1 hit by b
            t5 at b
            t5 at r
            w6 work r
            """);
    }

    [Fact]
    [Trait("Trap", "9")]
    public void B5_A_cycle_ends_with_its_activity()
    {
        var scenario = Of(Timer("<timeCycle>repeat working days(2, 3)</timeCycle>")).Start().Forget();

        scenario.Finish("a").Asked("""
            close w3 Finished
            disarm d2
            """);
        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    [Trait("Trap", "10")]
    public void A_month_from_the_end_of_january_is_the_end_of_february_and_march_is_not_pulled_down()
    {
        var scenario = Of(Timer("<timeCycle>R2/P1M</timeCycle>")).At(1, 31).Start().Saw("""
            started s
            t1 at s
            t1 at a
            d2 timer b 02-28 09:00
            w3 work a
            """);

        scenario.At(2, 28).Fire("b").Saw("""
            d2 fired
            d4 timer b 03-31 09:00
            t1 hit by b
            t5 at b
            t5 at r
            w6 work r
            """);
    }

    [Fact]
    [Trait("Trap", "17")]
    [Trait("Element", "Boundary message, error, escalation, signal")]
    public void A_message_without_interrupting_comes_as_often_as_it_likes_but_each_once()
    {
        var scenario = Of("""<boundaryEvent id="b" attachedToRef="a" cancelActivity="false"><messageEventDefinition messageRef="m"/></boundaryEvent>""")
            .Start().Forget();

        scenario.Receive("b", "m1", ("word", Value.Of("hello"))).Saw("""
            m2 took m1
            t1 hit by b
            t4 at b
            s0 set {"word":"hello"}
            t4 at r
            w5 work r
            """);
        scenario.Receive("b", "m1").Saw("");
        scenario.Receive("b", "m2");
        Assert.Equal(2, scenario.WaitsOn("r").Count);
    }

    [Fact]
    [Trait("Element", "Boundary message, error, escalation, signal")]
    public void A_message_that_interrupts_takes_the_place_of_the_work()
    {
        Of("""<boundaryEvent id="b" attachedToRef="a"><messageEventDefinition messageRef="m"/></boundaryEvent>""").Start().Forget()
            .Receive("b", "m1").Saw("""
            m2 took m1
            m2 deaf
            t1 hit by b
            w3 NotNeeded
            t1 at b
            t1 at r
            w4 work r
            """);
    }

    [Fact]
    [Trait("Trap", "8")]
    public void Several_on_one_activity_are_armed_by_id_and_go_together_when_one_interrupts()
    {
        var scenario = Of(
            """
            <boundaryEvent id="b2" attachedToRef="a"><timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition></boundaryEvent>
            <boundaryEvent id="b" attachedToRef="a"><messageEventDefinition messageRef="m"/></boundaryEvent>
            """,
            "s > a > e\nb > r\nb2 > r").Start().Asked("""
            listen m2 answer
            arm d3 01-21 09:00
            open w4 a
            """);

        scenario.Receive("b", "m1").Asked("""
            stop m2
            close w4 NotNeeded
            disarm d3
            open w5 r
            """);
        scenario.Forget().Tell(new Input.TimerFired(scenario.Now, "d3")).Saw("");
        Assert.Equal("work-not-open", scenario.Refusal(new Input.WorkFinished(scenario.Now, "w4", Value.Record.Empty)));
    }

    [Fact]
    [Trait("Trap", "11")]
    public void What_a_timer_reads_is_settled_when_it_is_armed()
    {
        var scenario = Of(Timer("<timeDate>meetingAt</timeDate>"), extra: """<userTask id="z"/>""", flows: "s > z > a > e\nb > r").Start(("meetingAt", Value.Of(new DateOnly(2026, 2, 2))));
        scenario.Forget().Finish("z").Asked("""
            close w2 Finished
            arm d3 02-02 09:00
            open w4 a
            """);
    }

    [Fact]
    public void A_timer_that_cannot_be_told_sticks_the_token_and_nothing_is_half_armed()
    {
        var scenario = Of(
            Timer("<timeDate>meetingAt</timeDate>") + """<boundaryEvent id="a2" attachedToRef="a"><messageEventDefinition messageRef="m"/></boundaryEvent>""",
            "s > a > e\nb > r\na2 > r").Start().Saw("""
            started s
            t1 at s
            t1 at a
            t1 stuck at a: timer-unclear
            """);

        scenario.Retry("t1", ("meetingAt", Value.Of(new DateOnly(2026, 2, 2)))).Asked("""
            listen m2 answer
            arm d3 02-02 09:00
            open w4 a
            """);
    }

    [Fact]
    public void It_stays_armed_while_the_activity_is_stuck_and_may_end_it()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/><serviceTask id="a">{Bpmn.Binding("Office.SendMail")}</serviceTask><endEvent id="e"/><userTask id="r"/>{Timer("<timeDuration>P1D</timeDuration>", "true")}""",
            "s > a > e\nb > r").Start().Break("a", "down").Forget();

        scenario.Fire("b").Saw("""
            d2 fired
            t1 hit by b
            t1 at b
            t1 at r
            w4 work r
            """);
        Assert.Empty(scenario.State.StuckTokens);
    }

    [Fact]
    [Trait("Trap", "9")]
    public void A_reminder_all_of_whose_times_have_passed_never_comes_and_holds_nothing_up()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><userTask id="a"/><endEvent id="e"/>
            <boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle>R5/2025-05-01T09:00+09:00/P1D</timeCycle></timerEventDefinition></boundaryEvent><endEvent id="e2"/>
            """,
            "s > a > e\nt > e2").Start();

        Assert.Empty(scenario.State.StuckTokens);
        Assert.Empty(scenario.WaitsOn("t"));
        Assert.True(scenario.Finish("a").State.HasEnded);
    }
}
