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

    [Theory]
    [InlineData("""<standardLoopCharacteristics><loopCondition>n = 1</loopCondition></standardLoopCharacteristics>""")]
    [InlineData("""<standardLoopCharacteristics loopMaximum="1000000"/>""")]
    public void A_loop_of_what_does_not_wait_is_found_at_publishing_and_stopped_when_it_runs(string loop)
    {
        var task = $"""<startEvent id="s"/><businessRuleTask id="a"><extensionElements><office:mapping><office:output target="n" expression="=1"/></office:mapping></extensionElements>{loop}</businessRuleTask><endEvent id="e"/>""";
        var scenario = Scenario.Of(task, "s > a > e").Start();

        var stuck = Assert.Single(scenario.State.StuckTokens);
        Assert.Equal(("step-limit", Resume.Run), (stuck.Trouble!.Code, stuck.Trouble.Resume));
        Assert.Contains("no-loop-without-wait a", Checks.Of(task, "s > a > e"), StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_that_make_one_another_happen_are_stopped_too()
    {
        static string When(string id, string condition, int value) =>
            $"""
            <boundaryEvent id="{id}" attachedToRef="a" cancelActivity="false"><extensionElements><office:mapping><office:output target="x" expression="={value}"/></office:mapping></extensionElements>
            <conditionalEventDefinition><condition>{condition}</condition></conditionalEventDefinition></boundaryEvent>
            """;
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/><userTask id="a"/>{When("b1", "x = 3", 1)}{When("b2", "x = 2", 3)}{When("b3", "x = 1", 2)}<endEvent id="e"/><endEvent id="e2"/>""",
            "s > a > e\nb1 > e2\nb2 > e2\nb3 > e2");

        scenario.Start(("x", OfficeWorkflow.Workflows.Model.Value.Of(1m)));

        Assert.NotEmpty(scenario.State.StuckTokens);
        Assert.All(scenario.State.StuckTokens, static token => Assert.Equal("step-limit", token.Trouble!.Code));
        Assert.Single(scenario.WaitsOn("a"));
    }
}
