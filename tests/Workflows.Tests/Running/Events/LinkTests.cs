using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Events;

[Trait("Element", "Link events")]
public class LinkTests
{
    [Fact]
    public void Leads_from_every_throw_of_its_name_to_the_one_catch()
    {
        Scenario.Of(
            """
            <startEvent id="s"/><exclusiveGateway id="x" default="x-b"/><intermediateThrowEvent id="a"><linkEventDefinition name="次の頁"/></intermediateThrowEvent>
            <intermediateThrowEvent id="b"><linkEventDefinition name="次の頁"/></intermediateThrowEvent><intermediateCatchEvent id="c"><linkEventDefinition name="次の頁"/></intermediateCatchEvent><endEvent id="e"/>
            """,
            "s > x\nx > a : false\nx > b\nc > e").Start().Saw("""
            started s
            t1 at s
            t1 at x
            t1 chose x-b | x-a false false
            t1 at b
            t1 at c
            t1 at e
            t1 Ended at e
            ended Completed
            """);
    }
}
