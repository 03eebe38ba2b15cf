using OfficeWorkflow.Workflows;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Bench.Engines;

/// <summary>The procedure that both engines run: start, fork, a user task beside an empty way, join, end.</summary>
internal static class ForkJoin
{
    private static readonly DateTimeOffset At = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Process Procedure = BpmnReader.Read(System.IO.File.ReadAllText(File)).Processes[0];

    public static string File => Path.Combine(AppContext.BaseDirectory, "fork-join-user-task.bpmn");

    public static Decision.Accepted Start() => Told(state: null, new Input.Started(At, Value.Record.Empty));

    public static void Finish(CaseState state, string workId)
    {
        if (!Told(state, new Input.WorkFinished(At, workId, Value.Record.Empty)).State.HasEnded)
        {
            throw new InvalidOperationException("The case did not end.");
        }
    }

    public static string WorkOf(Decision.Accepted started)
    {
        foreach (var effect in started.Effects)
        {
            if (effect is Effect.OpenWorkItem work)
            {
                return work.WorkId;
            }
        }

        throw new InvalidOperationException("The case waits for nobody.");
    }

    private static Decision.Accepted Told(CaseState? state, Input input) => Engine.Decide(Procedure, state, input) as Decision.Accepted
        ?? throw new InvalidOperationException("The engine refused.");
}
