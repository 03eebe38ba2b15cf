using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Checking;

public class OnlyWhatTheEngineRunsTests
{
    [Theory]
    [InlineData("<scriptTask id='a'/>")]
    [InlineData("<task id='a'/>")]
    [InlineData("<complexGateway id='a'/>")]
    [InlineData("<eventBasedGateway id='a' instantiate='true'/>")]
    [InlineData("<adHocSubProcess id='a' ordering='Sequential'><userTask id='u'/></adHocSubProcess>")]
    [InlineData("<transaction id='a'/>")]
    [InlineData("<choreographyTask id='a'/>")]
    [InlineData("<intermediateCatchEvent id='a'/>")]
    [InlineData("<intermediateCatchEvent id='a'><compensateEventDefinition/></intermediateCatchEvent>")]
    [InlineData("<intermediateCatchEvent id='a'><cancelEventDefinition/></intermediateCatchEvent>")]
    [InlineData("<intermediateThrowEvent id='a'><conditionalEventDefinition/></intermediateThrowEvent>")]
    [InlineData("<intermediateThrowEvent id='a'><compensateEventDefinition waitForCompletion='false'/></intermediateThrowEvent>")]
    [InlineData("<intermediateThrowEvent id='a'><errorEventDefinition/></intermediateThrowEvent>")]
    [InlineData("<intermediateThrowEvent id='a'><timerEventDefinition><timeDate>2026-01-01</timeDate></timerEventDefinition></intermediateThrowEvent>")]
    [Trait("Element", "Script task")]
    [Trait("Element", "Complex gateway")]
    [Trait("Element", "Transaction and cancel")]
    [Trait("Element", "Choreography, conversation")]
    public void What_is_not_run_is_refused_by_name_with_a_reason_and_a_way_out(string element)
    {
        var process = BpmnReader.Read(
            Bpmn.File($"<startEvent id='s'/>{element}<endEvent id='e'/>", "s > a > e")).Processes[0];

        var finding = Assert.Single(Checker.Check(process, Checks.Catalogue), static finding => finding.Rule is "only-what-the-engine-runs");

        Assert.Equal(("a", Severity.Error), (finding.Element, finding.Severity));
        Assert.NotEmpty(finding.Fix);
    }

    [Fact]
    [Trait("Element", "Conditional start")]
    public void A_procedure_does_not_start_by_a_condition()
    {
        Assert.Equal("only-what-the-engine-runs s", Checks.Of(
            """<startEvent id="s"><conditionalEventDefinition><condition>true</condition></conditionalEventDefinition></startEvent><endEvent id="e"/>""", "s > e"));
    }

    [Fact]
    [Trait("Element", "Boundary compensation and compensation throw")]
    public void A_compensation_event_subprocess_is_refused()
    {
        Assert.Equal("only-what-the-engine-runs hs", Checks.Of(
            $"""
            <startEvent id="s"/><endEvent id="e"/><subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><compensateEventDefinition/></startEvent><endEvent id="he"/>{Bpmn.Flows("hs > he")}</subProcess>
            """,
            "s > e"));
    }

    [Fact]
    public void A_trigger_at_the_start_of_a_plain_subprocess_is_refused()
    {
        var findings = Checks.Of(
            $"""
            <startEvent id="s"/><subProcess id="sub"><startEvent id="s2"/><startEvent id="s3"><messageEventDefinition messageRef="m"/></startEvent><endEvent id="e2"/>{Bpmn.Flows("s2 > e2\ns3 > e2")}</subProcess>
            <endEvent id="e"/>
            """,
            "s > sub > e",
            """<message id="m" name="m"/>""");

        Assert.Equal("only-what-the-engine-runs s3", findings);
    }
}
