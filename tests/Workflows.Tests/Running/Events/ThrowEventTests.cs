using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Events;

[Trait("Element", "Intermediate throw message, signal, escalation")]
public class ThrowEventTests
{
    [Fact]
    public void A_message_leaves_with_what_its_mapping_puts_in_and_the_token_goes_on()
    {
        Scenario.Of(
            """
            <startEvent id="s"/><intermediateThrowEvent id="t"><extensionElements><office:mapping><office:input target="clientId" expression="=id"/></office:mapping></extensionElements>
            <messageEventDefinition messageRef="m"/></intermediateThrowEvent><intermediateThrowEvent id="milestone"/><endEvent id="e"/>
            """,
            "s > t > milestone > e",
            """<message id="m" name="plan-needed"><extensionElements><office:correlation key="=id"/></extensionElements></message>""")
            .Start(("id", Value.Of("c1"))).Asked("""send x2 plan-needed c1 {"clientId":"c1"}""").Saw("""
            started s {"id":"c1"}
            t1 at s
            t1 at t
            x2 sent plan-needed c1
            t1 at milestone
            t1 at e
            t1 Ended at e
            ended Completed
            """);
    }
}
