using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

[Trait("Trap", "22")]
public class LimitsTests
{
    [Fact]
    public void A_circle_without_a_wait_is_stopped_and_says_so()
    {
        var process = OfficeWorkflow.Workflows.Reading.BpmnReader.Read(Bpmn.File(
            """<startEvent id="s"/><exclusiveGateway id="x"/><exclusiveGateway id="y"/>""", "s > x > y > x")).Processes[0];

        var scenario = new Scenario(process).Start();

        var stuck = Assert.Single(scenario.State.StuckTokens);
        Assert.Equal("step-limit", stuck.Trouble!.Code);
        Assert.Equal(Resume.Arrive, stuck.Trouble.Resume);
    }

    [Fact]
    public void A_fork_that_feeds_itself_is_stopped_too()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><exclusiveGateway id="x"/><parallelGateway id="f"/><exclusiveGateway id="y"/>""", "s > x > f > x\nf > y > x").Start();

        Assert.All(scenario.State.Tokens, static token => Assert.Equal("step-limit", token.Trouble!.Code));
    }
}
