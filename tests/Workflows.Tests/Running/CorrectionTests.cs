using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

public sealed class CorrectionTests
{
    [Fact]
    public void Open_work_is_given_what_follows_from_the_corrected_value_and_nothing_else()
    {
        var scenario = Begun();
        var work = Assert.Single(scenario.WaitsOn("write"));

        scenario.Forget().Tell(new Input.Corrected(scenario.Now, Held(4, 20), "日が変わったため", "specialist"));

        scenario.Asked($$$"""change {{{work}}} {"dueAt":{"$":"day","v":"2026-04-27"}}""");
        Assert.Equal(Value.Of(new DateOnly(2026, 4, 20)), scenario.State.Variables["heldOn"]);
    }

    [Fact]
    public void What_comes_out_the_same_asks_for_nothing()
    {
        var scenario = Begun();

        scenario.Forget().Tell(new Input.Corrected(scenario.Now, Held(3, 24), "確かめたため"));

        scenario.Asked("");
    }

    private static Scenario Begun() => Scenario.Of(
        $"""
        <startEvent id="start" />
        <userTask id="write">{Bpmn.Binding("Office.Work", ("about", "=who"), ("dueAt", "=add working days(heldOn, 5)"))}</userTask>
        <endEvent id="end" />
        """,
        "start > write > end").Start(("who", Value.Of("利用者A")), ("heldOn", Value.Of(new DateOnly(2026, 3, 24))));

    private static Value.Record Held(int month, int day) => Value.Record.Empty.With("heldOn", Value.Of(new DateOnly(2026, month, day)));
}
