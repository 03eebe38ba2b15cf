using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Activities;

[Trait("Element", "Service and send task")]
public class ServiceTaskTests
{
    private static readonly string Elements = $"""
        <startEvent id="s"/><serviceTask id="a">{Bpmn.Binding("Office.DeliveryList", ("plan", "=planId"))}</serviceTask><endEvent id="e"/><endEvent id="caught"/>
        """;

    [Fact]
    public void A_failure_sticks_the_token_and_a_retry_asks_for_a_new_call()
    {
        var scenario = Scenario.Of(Elements, "s > a > e").Start().Forget();

        scenario.Break("a", "The mail server does not answer.").Saw("""
            c2 Failed The mail server does not answer.
            t1 stuck at a: service-failed
            """);
        Assert.Equal("The mail server does not answer.", Assert.Single(scenario.State.StuckTokens).Trouble!.Reason);

        scenario.Retry("t1", ("planId", Value.Of("p9"))).Saw("""
            t1 retried at a
            s0 set {"planId":"p9"}
            c3 service a Office.DeliveryList
            """).Asked("""call c3 Office.DeliveryList {"plan":"p9"}""");
    }

    [Fact]
    public void An_error_code_is_an_error_of_the_model()
    {
        var scenario = Scenario.Of(
            Elements + """<boundaryEvent id="b" attachedToRef="a"><errorEventDefinition errorRef="x"/></boundaryEvent>""",
            "s > a > e\nb > caught",
            """<error id="x" errorCode="no-plan"/>""").Start().Forget();

        scenario.Break("a", "There is none.", "no-plan").Saw("""
            c2 Failed no-plan There is none.
            t1 threw no-plan
            t1 hit by b
            t1 at b
            t1 at caught
            t1 Ended at caught
            ended Completed
            """);
    }

    [Fact]
    public void An_error_that_nobody_catches_sticks_the_token_with_its_text()
    {
        var scenario = Scenario.Of(Elements, "s > a > e").Start().Forget();

        scenario.Break("a", "There is none.", "no-plan").Saw("""
            c2 Failed no-plan There is none.
            t1 threw no-plan
            t1 stuck at a: error-uncaught
            """);
        Assert.Contains("There is none.", scenario.State.Token("t1")!.Trouble!.Reason, StringComparison.Ordinal);
        scenario.Retry("t1").Saw("""
            t1 retried at a
            c3 service a Office.DeliveryList
            """);
    }

    [Fact]
    public void Without_a_step_the_token_is_stuck()
    {
        Scenario.Of("""<startEvent id="s"/><serviceTask id="a"/>""", "s > a").Start().Saw("""
            started s
            t1 at s
            t1 at a
            t1 stuck at a: step-missing
            """);
    }
}
