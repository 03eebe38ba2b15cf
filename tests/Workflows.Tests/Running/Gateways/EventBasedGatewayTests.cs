using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Gateways;

[Trait("Element", "Event-based gateway")]
[Trait("Trap", "5")]
public class EventBasedGatewayTests
{
    private static Scenario Waiting() => Scenario.Of(
        """
        <startEvent id="s"/><eventBasedGateway id="g"/><userTask id="answered"/><userTask id="late"/><userTask id="called"/>
        <intermediateCatchEvent id="m1"><messageEventDefinition messageRef="m"/></intermediateCatchEvent><receiveTask id="r" messageRef="n"/>
        <intermediateCatchEvent id="w"><timerEventDefinition><timeDuration>P7D</timeDuration></timerEventDefinition></intermediateCatchEvent>
        """,
        "s > g\ng > m1 > answered\ng > w > late\ng > r > called",
        """<message id="m" name="answer"/><message id="n" name="phone"/>""").Start();

    [Fact]
    public void The_first_event_wins_and_the_others_are_given_up_in_the_same_decision()
    {
        var scenario = Waiting().Asked("""
            listen m2 answer
            listen m3 phone
            arm d4 01-26 09:00
            """).Forget();

        scenario.Receive("m1", "x1", ("outcome", Value.Of("ok"))).Saw("""
            m2 took x1
            m2 deaf
            d4 disarmed
            m3 deaf
            t1 chose g-m1
            t1 at m1
            t1 done m1
            s0 set {"outcome":"ok"}
            t1 at answered
            w5 work answered
            """);
    }

    [Fact]
    public void B3_Of_two_events_in_one_batch_exactly_one_has_an_effect()
    {
        var scenario = Waiting();

        scenario.Fire("w").Forget();

        Assert.Equal("not-listening", scenario.Refusal(new Input.MessageArrived(scenario.Now, "m2", "x1", Value.Record.Empty)));
        scenario.Tell(new Input.TimerFired(scenario.Now, "d4")).Saw("");
        Assert.Single(scenario.WaitsOn("late"));
        Assert.Single(scenario.State.Waits);
    }

    [Fact]
    public void A_receive_task_behind_it_completes_like_an_event()
    {
        Waiting().Forget().Receive("r", "x1").Saw("""
            m3 took x1
            m3 deaf
            d4 disarmed
            m2 deaf
            t1 chose g-r
            t1 at r
            t1 done r
            t1 at called
            w5 work called
            """);
    }
}
