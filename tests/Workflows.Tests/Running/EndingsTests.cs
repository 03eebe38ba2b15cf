using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

public class EndingsTests
{
    [Fact]
    public void A_cancelled_case_ends_everything_that_is_open_in_it()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><callActivity id="c" calledElement="consent"/>
            <subProcess id="p1"><startEvent id="s1"/><userTask id="u"/>{Bpmn.Flows("s1 > u")}</subProcess>
            <boundaryEvent id="t" attachedToRef="p1"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
            """,
            "s > f\nf > a\nf > c\nf > p1\nt > a").Start().Forget();

        scenario.Cancel().Saw("""
            w9 Cancelled
            t8 Cancelled at u
            s7 closed
            d6 disarmed
            t3 Cancelled at p1
            k5 Cancelled
            t2 Cancelled at c
            w4 Cancelled
            t1 Cancelled at a
            ended Cancelled withdrawn
            """).Asked("""
            close w9 Cancelled
            disarm d6
            cancel k5
            close w4 Cancelled
            """);
        Assert.Equal((CaseEnd.Cancelled, "withdrawn"), (scenario.State.End, scenario.State.Reason));
        Assert.Equal("case-ended", scenario.Refusal(new Input.WorkFinished(scenario.Now, "w4", Value.Record.Empty)));
    }
}
