using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Drawn;

/// <summary>Every kind of element and every piece that the designer draws, checked and played to its end; the files are the designer's own (its tests compare them).</summary>
public sealed class DrawnTests
{
    private const int MostSteps = 40;

    private static readonly StepCatalogue Catalogue = new(["Office.Work", "Office.SendMail"], ["note", "approval", "late"], ["consent"], ["manager"]);

    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests/Workflows.Tests/Drawn"), "*.bpmn").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void J4_J12_What_is_drawn_by_one_click_is_published_without_an_error_and_runs_to_its_end(string name)
    {
        var read = BpmnReader.Read(Repository.Text($"tests/Workflows.Tests/Drawn/{name}.bpmn"));
        var process = Assert.Single(read.Processes);
        var findings = read.Findings.Concat(Checker.Check(process, Catalogue)).Where(static finding => finding.Severity is Severity.Error);
        Assert.Empty(findings);

        var scenario = Play(process);

        Assert.True(scenario.State.HasEnded, scenario.ToString());
    }

    /// <summary>Everybody answers whatever is waited for first: work and services, then messages, then timers.</summary>
    private static Scenario Play(Process process)
    {
        var scenario = new Scenario(process);
        var start = process.Root.BlankStart is null ? process.MessageStarts.Concat(process.TimerStarts).First().Id : null;
        scenario.Tell(new Input.Started(scenario.Now, Record(("participants", Value.Of([Value.Of("A"), Value.Of("B")]))), start) { IsCalled = true });
        for (var step = 0; step < MostSteps && !scenario.State.HasEnded; step++)
        {
            Assert.Empty(scenario.State.StuckTokens);
            scenario.Tell(Answer(scenario, step));
        }

        return scenario;
    }

    private static Input Answer(Scenario scenario, int step) => scenario.State.Waits.OrderBy(static wait => Turn(wait)).ThenBy(static wait => wait.Id, StringComparer.Ordinal).First() switch
    {
        // The edge of a work item is played before the work is done.
        _ when step == 0 && scenario.State.Waits.FirstOrDefault(static wait => wait is Wait.ForTimer) is { } timer => new Input.TimerFired(scenario.Now, timer.Id),
        Wait.ForWork work => new Input.WorkFinished(scenario.Now, work.Id, Record(("approval", Value.Of("approved")), ("agreed", Value.Of(true)))),
        Wait.ForService service => new Input.ServiceDone(scenario.Now, service.Id, Value.Record.Empty),
        Wait.ForCase called => new Input.ChildEnded(scenario.Now, called.Id, Value.Record.Empty),
        Wait.ForMessage message => new Input.MessageArrived(scenario.Now, message.Id, $"m{step}", Value.Record.Empty),
        Wait.ForTimer timer => new Input.TimerFired(scenario.Now, timer.Id),
        var other => throw new InvalidOperationException($"Nobody answers {other}."),
    };

    private static int Turn(Wait wait) => wait switch
    {
        Wait.ForService or Wait.ForCase => 0,
        Wait.ForWork => 1,
        Wait.ForMessage => 2,
        _ => 3,
    };

    private static Value.Record Record(params (string Name, Value Value)[] values) =>
        values.Aggregate(Value.Record.Empty, static (record, field) => record.With(field.Name, field.Value));
}
