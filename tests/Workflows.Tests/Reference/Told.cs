using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>What an input does before the rules go on.</summary>
internal static class Told
{
    public static void Start(Turn turn, Process process, Value.Record variables, bool isCalled)
    {
        var root = turn.NewNumber();
        turn.Marking.Names[root] = CaseState.RootId;
        turn.Marking.IsCalled = isCalled;
        turn.Marking.Frames.Add(new Frame(root, -1, -1, process.Root, variables));
        var start = process.Root.BlankStart!;
        turn.Say($"start {start.Id} {CaseFormat.WriteValue(variables)}");
        turn.Appear(root, start, Phase.Ready);
    }

    /// <summary>What was waited for is done, fell due, or arrived.</summary>
    public static void Done(Turn turn, Awaited awaited, Value.Record values)
    {
        switch (awaited.Kind)
        {
            case "timer":
                turn.Marking.Awaited.Remove(awaited);
                turn.Say($"fired {awaited.Node.Id}", awaited.No);
                Events.Rearm(turn, awaited);
                Events.Happen(turn, awaited, Value.Record.Empty);
                break;
            case "message":
                turn.Say($"took {awaited.Node.Id}", awaited.No);
                if (awaited.Node is not (BoundaryEvent { IsInterrupting: false } or StartEvent { IsInterrupting: false }))
                {
                    Frames.Forget(turn, awaited, "Cancelled");
                }

                Events.Happen(turn, awaited, values);
                break;
            default:
                turn.Marking.Awaited.Remove(awaited);
                turn.Say($"{awaited.Kind} {awaited.Node.Id} {(awaited.Kind is "work" ? "Finished" : "Done")}", awaited.No);
                Activities.Complete(turn, awaited.Owner, values);
                break;
        }
    }

    /// <param name="code">Of a BPMN error; null where the step simply did not work.</param>
    public static void Failed(Turn turn, Awaited awaited, string? code)
    {
        turn.Marking.Awaited.Remove(awaited);
        turn.Say($"{awaited.Kind} {awaited.Node.Id} Failed", awaited.No);
        var active = turn.Marking.Active(awaited.Owner)!;
        if (code is null)
        {
            turn.Stick(active, "service-failed");
        }
        else
        {
            Catchers.Throw(turn, active, code, "error-uncaught");
        }
    }

    public static void Retry(Turn turn, Active active)
    {
        turn.Say($"retried {active.Node.Id}", active.No);
        Activities.Run(turn, active with { Trouble = null }, (Activity)active.Node);
    }

    public static void Cancel(Turn turn)
    {
        Frames.Cancel(turn, 0, "Cancelled");
        Frames.Forget(turn, 0, "Cancelled");
        turn.Marking.End = "Cancelled";
        turn.Say("over Cancelled ");
    }
}
