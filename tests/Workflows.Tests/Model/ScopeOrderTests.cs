using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Model;

public class ScopeOrderTests
{
    [Fact]
    public void Nodes_stand_behind_all_that_leads_to_them_a_way_back_does_not_count_and_an_edge_follows_its_step()
    {
        var process = Bpmn.Read(Bpmn.File(
            """
            <startEvent id="s"/><exclusiveGateway id="x" default="x-a"/><userTask id="a"/><exclusiveGateway id="j"/><userTask id="t"/>
            <boundaryEvent id="late" attachedToRef="t" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
            <userTask id="note"/><exclusiveGateway id="back" default="back-e"/><endEvent id="e"/>
            """,
            "s > x\nx > j : skip\nx > a > j > t > back\nlate > note\nback > x : again\nback > e"));

        Assert.Equal(["s", "x", "a", "j", "t", "late", "note", "back", "e"], process.Root.InOrder().Select(static node => node.Id));
    }
}
