using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Model;

public class UpcomingTests
{
    [Fact]
    public void Names_what_may_come_next_passing_over_gateways_and_out_of_subprocesses()
    {
        var process = Bpmn.Read(Bpmn.File(
            $"""
            <startEvent id="s"/><userTask id="a"/><exclusiveGateway id="x" default="x-e"/><userTask id="b" name="計画案を作る"/><endEvent id="e" name="終わり"/>
            <subProcess id="p1"><startEvent id="s1"/><userTask id="u"/><endEvent id="e1"/>{Bpmn.Flows("s1 > u > e1")}</subProcess>
            """,
            "s > a > x\nx > b : n\nx > e\nb > p1 > x"));

        Assert.Equal(["計画案を作る", "終わり"], Upcoming.After(process, "a").Select(static node => node.Label));
        Assert.Equal(["p1"], Upcoming.After(process, "b").Select(static node => node.Label));
        Assert.Equal(["計画案を作る", "終わり"], Upcoming.After(process, "u").Select(static node => node.Label));
        Assert.Empty(Upcoming.After(process, "gone"));
    }
}
