using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Events;

[Trait("Trap", "15")]
public class EscalationTests
{
    private const string Declarations = """<escalation id="y" name="遅れ" escalationCode="late"/><escalation id="z" escalationCode="other"/>""";
    private const string Late = """<escalationEventDefinition escalationRef="y"/>""";

    private static string Boundary(string interrupts, string definition = Late, string id = "b") =>
        $"""<boundaryEvent id="{id}" attachedToRef="p1" cancelActivity="{interrupts}">{definition}</boundaryEvent>""";

    private static Scenario Of(string boundaries, string inner = "s1 > t > a", string flows = "s > p1 > after\nb > caught") => Scenario.Of(
        $"""
        <startEvent id="s"/><subProcess id="p1"><startEvent id="s1"/><intermediateThrowEvent id="t">{Late}</intermediateThrowEvent><userTask id="a"/><endEvent id="e1">{Late}</endEvent>
        {Bpmn.Flows(inner)}</subProcess><userTask id="after"/><userTask id="caught"/>{boundaries}
        """,
        flows,
        Declarations);

    [Fact]
    [Trait("Element", "Boundary message, error, escalation, signal")]
    [Trait("Element", "Intermediate throw message, signal, escalation")]
    public void B11_Without_interrupting_who_told_it_goes_on_and_someone_else_hears()
    {
        Of(Boundary("false")).Start().Saw("""
            started s
            t1 at s
            t1 at p1
            s2 opened p1
            t3 at s1 in s2
            t3 at t in s2
            t3 escalated late to b
            t1 hit by b
            t4 at b
            t4 at caught
            t3 at a in s2
            w5 work caught
            w6 work a
            """);
    }

    [Fact]
    public void Interrupting_it_ends_what_it_came_from()
    {
        Of(Boundary("true")).Start().Saw("""
            started s
            t1 at s
            t1 at p1
            s2 opened p1
            t3 at s1 in s2
            t3 at t in s2
            t3 escalated late to b
            t1 hit by b
            t3 Cancelled at t
            s2 closed
            t1 at b
            t1 at caught
            w4 work caught
            """);
    }

    [Fact]
    public void The_exact_code_comes_before_the_one_for_every_escalation()
    {
        var scenario = Of(
            Boundary("false", "<escalationEventDefinition/>", "a0") + Boundary("false", """<escalationEventDefinition escalationRef="z"/>""", "a1") + Boundary("false"),
            flows: "s > p1 > after\na0 > after\na1 > after\nb > caught").Start();

        Assert.Single(scenario.WaitsOn("caught"));
        Assert.Empty(scenario.WaitsOn("after"));
    }

    [Fact]
    [Trait("Element", "Error, escalation, message, signal, terminate end")]
    public void An_escalation_end_tells_and_ends()
    {
        var scenario = Of(Boundary("false"), "s1 > e1").Start();

        Assert.Single(scenario.WaitsOn("caught"));
        Assert.Single(scenario.WaitsOn("after"));
    }

    [Fact]
    public void Heard_by_nobody_it_is_no_error()
    {
        var scenario = Of("", flows: "s > p1 > after").Start().Finish("a");

        Assert.Single(scenario.WaitsOn("after"));
        Assert.Empty(scenario.State.StuckTokens);
    }
}
