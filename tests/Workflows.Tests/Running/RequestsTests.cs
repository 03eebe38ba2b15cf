using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

public class RequestsTests
{
    [Fact]
    public void What_a_wait_asked_for_is_asked_for_again_under_the_same_id()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/><serviceTask id="a">{Bpmn.Binding("Office.DeliveryList", ("plan", "=planId"))}</serviceTask><endEvent id="e"/>""",
            "s > a > e").Start(("planId", Value.Of("p9"))).Forget();

        scenario.Tell(new Input.AskedAgain(scenario.Now, "c2")).Saw("""
            c2 asked again at a
            """).Asked("""call c2 Office.DeliveryList {"plan":"p9"}""");
        scenario.Perform("a").Saw("""
            c2 Done
            t1 done a
            t1 at e
            t1 Ended at e
            ended Completed
            """);
    }

    [Fact]
    public void What_is_over_is_refused()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/><endEvent id="e"/>""", "s > a > e").Start();

        Assert.Equal("wait-over", scenario.Refusal(new Input.AskedAgain(scenario.Now, "w9")));
    }
}
