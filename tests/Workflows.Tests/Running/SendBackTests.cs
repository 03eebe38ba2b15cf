using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

[Trait("Trap", "30")]
public class SendBackTests
{
    private static IEnumerable<string> Targets(Scenario scenario, string node) =>
        SendBacks.Targets(scenario.Process, scenario.State, scenario.WaitsOn(node)[0]).Select(static target => target.Id);

    [Fact]
    public void A_case_goes_back_to_a_step_that_was_done_and_history_keeps_both_rounds()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><userTask id="a"/><userTask id="b"/><boundaryEvent id="t" attachedToRef="b" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
            <userTask id="hurry"/><endEvent id="e"/>
            """,
            "s > a > b > e\nt > hurry").Start().Finish("a").Fire("t").Forget();

        scenario.SendBack("b", "a", "dates are missing").Saw("""
            t1 back from b to a: dates are missing
            w6 SentBack
            t5 Cancelled at hurry
            w4 SentBack
            t1 at a
            w7 work a
            """);
        scenario.Asked("""
            close w6 SentBack
            close w4 SentBack
            open w7 a
            """);
        scenario.Finish("a").Finish("b");
        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void Only_what_was_done_before_in_the_same_frame_can_be_gone_back_to()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/><userTask id="a"/><subProcess id="p1"><startEvent id="s1"/><userTask id="b"/><userTask id="c"/>{Bpmn.Flows("s1 > b > c")}</subProcess><userTask id="d"/>""",
            "s > a > p1 > d").Start().Finish("a").Finish("b");

        Assert.Equal(["b"], Targets(scenario, "c"));
        Assert.Equal("not-done-before", scenario.Refusal(new Input.SentBack(scenario.Now, scenario.WaitsOn("c")[0], "a", "x")));
        Assert.Equal("not-done-before", scenario.Refusal(new Input.SentBack(scenario.Now, scenario.WaitsOn("c")[0], "d", "x")));
        Assert.Equal("work-not-open", scenario.Refusal(new Input.SentBack(scenario.Now, "w99", "b", "x")));
        scenario.Finish("c");
        Assert.Equal(["a", "p1"], Targets(scenario, "d"));
    }

    [Fact]
    public void It_never_crosses_a_split_that_is_still_open()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><userTask id="a"/><parallelGateway id="f"/><userTask id="b"/><userTask id="b2"/><userTask id="c"/><parallelGateway id="j"/><userTask id="d"/>""",
            "s > a > f\nf > b > b2 > j\nf > c > j\nj > d").Start().Finish("a").Finish("b");

        Assert.Equal(["b"], Targets(scenario, "b2"));
        Assert.Equal("open-split", scenario.Refusal(new Input.SentBack(scenario.Now, scenario.WaitsOn("b2")[0], "a", "x")));
        scenario.Finish("b2");
        Assert.Equal("open-split", scenario.Refusal(new Input.SentBack(scenario.Now, scenario.WaitsOn("c")[0], "a", "x")));
        Assert.Equal("not-on-the-way", scenario.Refusal(new Input.SentBack(scenario.Now, scenario.WaitsOn("c")[0], "b", "x")));

        scenario.Finish("c");
        Assert.Equal(["a"], Targets(scenario, "d"));
        Assert.Equal("inside-a-split", scenario.Refusal(new Input.SentBack(scenario.Now, scenario.WaitsOn("d")[0], "b2", "x")));
    }

    [Fact]
    public void What_was_sent_since_stays_sent_and_what_was_called_since_is_cancelled()
    {
        var scenario = Scenario.Of(
            $"""<startEvent id="s"/><userTask id="a"/><serviceTask id="m">{Bpmn.Binding("Office.SendMail")}</serviceTask><userTask id="b"/>""",
            "s > a > m > b").Start().Finish("a").Perform("m").Forget();

        scenario.SendBack("b", "a").Asked("""
            close w4 SentBack
            open w5 a
            """);
    }
}
