using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Activities;

[Trait("Element", "Receive task")]
[Trait("Trap", "17")]
public class ReceiveTaskTests
{
    private const string Message = """<message id="m" name="consent-answered"><extensionElements><office:correlation key="=consentId"/></extensionElements></message>""";

    [Fact]
    public void Waits_for_the_message_with_its_key_and_takes_what_it_brings()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><receiveTask id="a" messageRef="m"/><userTask id="b"/>""", "s > a > b", Message);

        scenario.Start(("consentId", Value.Of("k7"))).Asked("listen m2 consent-answered k7").Forget();
        scenario.Receive("a", "message-1", ("outcome", Value.Of("agreed"))).Saw("""
            m2 took message-1
            m2 deaf
            t1 done a
            s0 set {"outcome":"agreed"}
            t1 at b
            w3 work b
            """).Asked("""
            stop m2
            open w3 b
            """);
    }

    [Fact]
    public void A_message_told_twice_has_one_effect_also_when_the_same_wait_comes_again()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><exclusiveGateway id="x"/><receiveTask id="a" messageRef="m"/>""", "s > x > a > x", Message)
            .Start(("consentId", Value.Of("k7")));
        scenario.Receive("a", "message-1").Forget();
        var second = Assert.Single(scenario.WaitsOn("a"));

        scenario.Receive("a", "message-1").Saw("");
        Assert.Equal(second, Assert.Single(scenario.WaitsOn("a")));

        scenario.Receive("a", "message-2");
        Assert.NotEqual(second, Assert.Single(scenario.WaitsOn("a")));
    }

    [Fact]
    public void A_key_that_cannot_be_told_sticks_the_token()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><receiveTask id="a" messageRef="m"/>""", "s > a", Message).Start().Saw("""
            started s
            t1 at s
            t1 at a
            t1 stuck at a: key-unclear
            """);

        scenario.Retry("t1", ("consentId", Value.Of(12.50m))).Asked("listen m2 consent-answered 12.5");
    }

    [Fact]
    [Trait("Trap", "28")]
    public void Its_own_key_comes_before_the_key_of_the_message()
    {
        Scenario.Of(
            """<startEvent id="s"/><receiveTask id="a" messageRef="m"><extensionElements><office:correlation key="=other"/></extensionElements></receiveTask>""", "s > a", Message)
            .Start(("other", Value.Of("o1"))).Asked("listen m2 consent-answered o1");
    }
}
