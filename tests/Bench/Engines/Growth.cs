using System.Globalization;
using OfficeWorkflow.Workflows;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Bench.Engines;

/// <summary>What one step costs, state read from text and written again, when a case has come far and when much of it is open at once.</summary>
internal static class Growth
{
    private const int Batch = 32;
    private const int Rounds = 60;
    private static readonly DateTimeOffset At = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A circle of two tasks: the 10,000th step against the 10th.</summary>
    public static Figure[] Steps()
    {
        var process = Read("""
            <startEvent id="start"/><exclusiveGateway id="again"/><userTask id="ask"/><userTask id="answer"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="again"/><sequenceFlow id="f2" sourceRef="again" targetRef="ask"/>
            <sequenceFlow id="f3" sourceRef="ask" targetRef="answer"/><sequenceFlow id="f4" sourceRef="answer" targetRef="again"/>
            """);
        var state = Begun(process, Value.Record.Empty);
        var early = "";
        for (var step = 1; step <= 10_000; step++)
        {
            state = Told(process, state).State;
            early = step == 10 ? CaseFormat.Write(state) : early;
        }

        var late = CaseFormat.Write(state);
        var (first, last) = InTurn(() => Step(process, early), () => Step(process, late));

        return [Figure.Against("steps", last, "µs/step", first, $"the 10,000th step of one case against the 10th, state as text before and after; {How}")];
    }

    /// <summary>One of 1,000 open tasks is finished: against ten times the cost with 100 open, and what one more open token costs.</summary>
    public static Figure[] Tokens()
    {
        var process = Read("""
            <startEvent id="start"/><userTask id="ask"><multiInstanceLoopCharacteristics office:collection="=people" office:elementVariable="person"/></userTask><endEvent id="end"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/><sequenceFlow id="f2" sourceRef="ask" targetRef="end"/>
            """);
        var hundred = Open(process, 100);
        var thousand = Open(process, 1_000);
        var (some, many) = InTurn(() => Step(process, hundred), () => Step(process, thousand));

        return
        [
            Figure.Against("tokens", many, "µs/step", some * 10, $"finishing one of 1,000 open tasks against ten times one of 100: at most 1 where the cost is linear, state as text before and after; {How}"),
        ];
    }

    private static string How => string.Create(CultureInfo.InvariantCulture, $"best of {Rounds} rounds of {Batch} in turn, one thread; {Machine.Conditions}");

    private static Process Read(string elements) => BpmnReader.Read($"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:office="urn:officeworkflow:bpmn:1" targetNamespace="urn:officeworkflow:bench"><process id="p" isExecutable="true">{elements}</process></definitions>
        """).Processes[0];

    private static string Open(Process process, int count)
    {
        var people = Value.Of(Enumerable.Range(1, count).Select(static number => Value.Of((decimal)number)));

        return CaseFormat.Write(Begun(process, Value.Record.Empty.With("people", people)));
    }

    private static CaseState Begun(Process process, Value.Record variables) => Accepted(Engine.Decide(process, null, new Input.Started(At, variables))).State;

    private static Decision.Accepted Told(Process process, CaseState state) =>
        Accepted(Engine.Decide(process, state, new Input.WorkFinished(At, state.Waits[state.Waits.Length / 2].Id, Value.Record.Empty)));

    private static void Step(Process process, string stored) => CaseFormat.Write(Told(process, CaseFormat.Read(stored)).State);

    private static Decision.Accepted Accepted(Decision decision) => decision as Decision.Accepted ?? throw new InvalidOperationException("The engine refused.");

    /// <summary>Microseconds of each, the best round of many taken in turn, so that whatever else the machine does hits both.</summary>
    private static (double First, double Second) InTurn(Action first, Action second)
    {
        var best = (First: double.MaxValue, Second: double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            best = (Math.Min(best.First, Time(first)), Math.Min(best.Second, Time(second)));
        }

        return best;
    }

    private static double Time(Action step)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < Batch; i++)
        {
            step();
        }

        return watch.Elapsed.TotalMicroseconds / Batch;
    }
}
