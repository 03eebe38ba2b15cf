using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Events;

[Trait("Element", "None start and end")]
public class StartEventTests
{
    [Theory]
    [Trait("Element", "Message start")]
    [Trait("Element", "Timer start (date, cycle)")]
    [InlineData(null, "a")]
    [InlineData("s1", "b")]
    [InlineData("s2", "b")]
    public void The_case_begins_at_the_start_that_was_hit_else_at_the_blank_one(string? start, string work)
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><startEvent id="s1"><messageEventDefinition messageRef="m"/></startEvent>
            <startEvent id="s2"><timerEventDefinition><timeCycle>R/P1M</timeCycle></timerEventDefinition></startEvent><userTask id="a"/><userTask id="b"/>
            """,
            "s > a\ns1 > b\ns2 > b",
            """<message id="m" name="plan-needed"/>""");

        scenario.Tell(new Input.Started(scenario.Now, Value.Record.Empty, start));

        Assert.Single(scenario.WaitsOn(work));
    }

    [Fact]
    [Trait("Element", "Message start")]
    public void A_procedure_that_only_a_message_starts_cannot_be_started_blank()
    {
        var scenario = Scenario.Of("""<startEvent id="s"><messageEventDefinition messageRef="m"/></startEvent>""", "", """<message id="m" name="x"/>""");

        Assert.Equal("no-such-start", scenario.Refusal(new Input.Started(scenario.Now, Value.Record.Empty)));
    }
}
