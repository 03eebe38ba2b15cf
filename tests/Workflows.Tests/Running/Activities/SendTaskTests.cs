using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Activities;

[Trait("Element", "Service and send task")]
public class SendTaskTests
{
    [Fact]
    public void With_a_step_the_server_performs_it()
    {
        Scenario.Of($"""<startEvent id="s"/><sendTask id="a">{Bpmn.Binding("Office.SendMail")}</sendTask>""", "s > a")
            .Start().Asked("call c2 Office.SendMail");
    }

    [Fact]
    public void With_a_message_it_tells_another_case_and_goes_on()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><sendTask id="a" messageRef="m"><extensionElements><office:mapping><office:input target="reason" expression="=why"/></office:mapping></extensionElements></sendTask><endEvent id="e"/>
            """,
            "s > a > e",
            """<message id="m" name="plan-needed"><extensionElements><office:correlation key="=clientId"/></extensionElements></message>""");

        scenario.Start(("clientId", Value.Of("c1")), ("why", Value.Of("量の変更"))).Saw("""
            started s {"clientId":"c1","why":"量の変更"}
            t1 at s
            t1 at a
            x2 sent plan-needed c1
            t1 done a
            t1 at e
            t1 Ended at e
            ended Completed
            """).Asked("""send x2 plan-needed c1 {"reason":"量の変更"}""");
    }
}
