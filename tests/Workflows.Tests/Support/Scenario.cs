using System.Text;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Moving;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Tests.Support;

/// <summary>
/// One case, played. Between any two inputs its state is stored as text and read back, its facts are stored and read back,
/// and folding them over the state before gives the state after. Monday 2026-01-19, 9:00 in Tokyo, until told otherwise.
/// </summary>
internal sealed class Scenario(Process process)
{
    private Process process = process;
    private readonly StringBuilder transcript = new();
    private readonly List<string> events = [];
    private readonly List<string> effects = [];
    private string? stored;

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));

    public WorkCalendar Calendar { get; init; } = WorkCalendar.WeekdaysInTokyo;

    public Process Process => process;

    public CaseState State => stored is null ? throw new InvalidOperationException("Not started.") : CaseFormat.Read(stored);

    public string Stored => stored ?? "";

    public static Scenario Of(string elements, string flows, string declarations = "") =>
        new(Bpmn.Read(Bpmn.File(elements, flows, declarations)));

    public Scenario At(int month, int day, int hour = 9, int minute = 0)
    {
        Now = new DateTimeOffset(2026, month, day, hour, minute, 0, TimeSpan.FromHours(9));

        return this;
    }

    public Scenario Start(params (string Name, Value Value)[] variables) => Tell(new Input.Started(Now, Record(variables)));

    public Scenario Finish(string node, params (string Name, Value Value)[] values) => FinishId(WaitOn<Wait.ForWork>(node), values);

    public Scenario FinishId(string workId, params (string Name, Value Value)[] values) =>
        Tell(new Input.WorkFinished(Now, workId, Record(values)));

    public Scenario Perform(string node, params (string Name, Value Value)[] values) =>
        Tell(new Input.ServiceDone(Now, WaitOn<Wait.ForService>(node), Record(values)));

    public Scenario Break(string node, string reason, string? errorCode = null) =>
        Tell(new Input.ServiceFailed(Now, WaitOn<Wait.ForService>(node), reason, errorCode));

    public Scenario Fire(string node) => Tell(new Input.TimerFired(Now, WaitOn<Wait.ForTimer>(node)));

    public Scenario Receive(string node, string messageId, params (string Name, Value Value)[] values) =>
        Tell(new Input.MessageArrived(Now, WaitOn<Wait.ForMessage>(node), messageId, Record(values)));

    public Scenario Signal(string name, string signalId, params (string Name, Value Value)[] values) =>
        Tell(new Input.SignalArrived(Now, name, signalId, Record(values)));

    public Scenario SendBack(string node, string to, string reason = "incomplete") =>
        Tell(new Input.SentBack(Now, WaitOn<Wait.ForWork>(node), to, reason, "manager"));

    public Scenario Escalate(string node, string code) => Tell(new Input.ChildEscalated(Now, WaitOn<Wait.ForCase>(node), code));

    public Scenario Return(string node, params (string Name, Value Value)[] outputs) =>
        Tell(new Input.ChildEnded(Now, WaitOn<Wait.ForCase>(node), Record(outputs)));

    public Scenario Fail(string node, string errorCode) =>
        Tell(new Input.ChildFailed(Now, WaitOn<Wait.ForCase>(node), errorCode, "because"));

    public Scenario Retry(string tokenId, params (string Name, Value Value)[] corrections) =>
        Tell(new Input.Retried(Now, tokenId, Record(corrections), "administrator"));

    public Scenario Resolve(string tokenId, params (string Name, Value Value)[] values) =>
        Tell(new Input.Resolved(Now, tokenId, Record(values), "done by telephone", "administrator"));

    public Scenario Cancel() => Tell(new Input.Cancelled(Now, "withdrawn", "specialist"));

    public Scenario Tell(Input input)
    {
        transcript.AppendLine(null, $"> {input.GetType().Name}");

        return Take(Engine.Decide(process, stored is null ? null : CaseFormat.Read(stored), input with { Calendar = Calendar }));
    }

    /// <summary>The case goes on by another version of its procedure.</summary>
    public Scenario Move(Process to, MoveChoices choices)
    {
        transcript.AppendLine("> move");
        Take(Moves.Move(process, to, State, choices, Now, Calendar, "administrator"));
        process = to;

        return this;
    }

    private Scenario Take(Decision decision)
    {
        if (decision is not Decision.Accepted accepted)
        {
            throw new InvalidOperationException($"{decision}\n{transcript}");
        }

        foreach (var happened in accepted.Events)
        {
            var line = Transcript.Line(happened);
            events.Add(line);
            transcript.AppendLine(line);
            var text = CaseFormat.WriteEvent(happened);
            Assert.Equal(text, CaseFormat.WriteEvent(CaseFormat.ReadEvent(text)));
        }

        effects.AddRange(accepted.Effects.Select(Transcript.Line));
        var folded = Evolve.Fold(
            stored is null ? null : CaseFormat.Read(stored),
            accepted.Events.Select(static happened => CaseFormat.ReadEvent(CaseFormat.WriteEvent(happened))));
        stored = CaseFormat.Write(accepted.State);
        Assert.Equal(stored, CaseFormat.Write(folded));
        Assert.Equal(stored, CaseFormat.Write(CaseFormat.Read(stored)));

        return this;
    }

    /// <summary>The code with which the engine refuses the input.</summary>
    public string Refusal(Input input)
    {
        var decision = Engine.Decide(process, stored is null ? null : CaseFormat.Read(stored), input);

        return Assert.IsType<Decision.Refused>(decision).Code;
    }

    /// <summary>All facts since the last time are these, one a line.</summary>
    public Scenario Saw(string lines) => Compare(lines, events);

    /// <summary>All effects since the last time are these, one a line.</summary>
    public Scenario Asked(string lines) => Compare(lines, effects);

    /// <summary>Facts and effects so far are of no interest.</summary>
    public Scenario Forget()
    {
        events.Clear();
        effects.Clear();

        return this;
    }

    /// <summary>Ids of what is waited for at a node.</summary>
    public IReadOnlyList<string> WaitsOn(string node) =>
        [.. State.Waits.Where(wait => string.Equals(wait.NodeId, node, StringComparison.Ordinal)).Select(static wait => wait.Id)];

    public override string ToString() => transcript.ToString();

    private static Value.Record Record((string Name, Value Value)[] values) =>
        values.Aggregate(Value.Record.Empty, static (record, field) => record.With(field.Name, field.Value));

    private Scenario Compare(string lines, List<string> seen)
    {
        var expected = lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.True(expected.SequenceEqual(seen, StringComparer.Ordinal), $"Expected:\n{string.Join('\n', expected)}\n\nSeen:\n{string.Join('\n', seen)}\n\n{transcript}");
        seen.Clear();

        return this;
    }

    private string WaitOn<TWait>(string node)
        where TWait : Wait
    {
        var wait = State.Waits.OfType<TWait>().FirstOrDefault(wait => string.Equals(wait.NodeId, node, StringComparison.Ordinal));
        Assert.True(wait is not null, $"Nothing waits at {node}.\n{transcript}");

        return wait.Id;
    }
}
