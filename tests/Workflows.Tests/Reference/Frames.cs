using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>The end of frames: done, terminated, cancelled.</summary>
internal static class Frames
{
    /// <summary>13.3.4, 13.5.6: nothing is left inside, so the subprocess, event subprocess or process is done.</summary>
    public static void Complete(Turn turn, Frame frame)
    {
        Forget(turn, frame.No, "NotNeeded");
        if (frame.Parent < 0)
        {
            turn.Marking.End = frame.IsTerminated ? "Terminated" : "Completed";
            turn.Say($"over {turn.Marking.End} ");
            return;
        }

        turn.Marking.Frames.Remove(frame);
        var host = turn.Marking.Active(frame.Host)!;
        turn.Say($"close {host.Node.Id}", frame.No);
        turn.Say($"done {host.Node.Id}", host.No);
        turn.Marking.Set(host with { Phase = host.Node is SubProcess { IsEventTriggered: true } ? Phase.Completed : Phase.Completing });
    }

    /// <summary>13.5.6: terminate ends all that is in the same process or subprocess; what lies around goes on.</summary>
    public static void Terminate(Turn turn, Active end)
    {
        turn.Marking.Actives.Remove(end);
        Cancel(turn, end.Frame, "NotNeeded");
        turn.Say($"Ended {end.Node.Id}", end.No);
        turn.Marking.Set(turn.Marking.Frame(end.Frame) with { IsTerminated = true });
    }

    /// <summary>Everything in a frame is withdrawn (figure 13.2: Terminating, Terminated).</summary>
    public static void Cancel(Turn turn, int frame, string end)
    {
        foreach (var active in turn.Marking.Actives.Where(active => active.Frame == frame).ToList())
        {
            CancelInside(turn, active.No, end);
            turn.Marking.Actives.RemoveAll(other => other.No == active.No);
            turn.Say($"Cancelled {active.Node.Id}", active.No);
        }

        foreach (var token in turn.Marking.Tokens.Where(token => token.Frame == frame).ToList())
        {
            turn.Marking.Tokens.Remove(token);
            turn.Say($"Cancelled {token.Flow.Target.Id}", token.No);
        }
    }

    /// <summary>What runs inside an instance and what it waits for.</summary>
    public static void CancelInside(Turn turn, int host, string end)
    {
        foreach (var frame in turn.Marking.Frames.Where(frame => frame.Host == host).ToList())
        {
            Cancel(turn, frame.No, end);
            Forget(turn, frame.No, end);
            turn.Marking.Frames.RemoveAll(other => other.No == frame.No);
            turn.Say($"close {turn.Marking.Active(host)!.Node.Id}", frame.No);
        }

        Forget(turn, host, end);
    }

    /// <summary>Nobody waits any more for what an instance or frame waited for.</summary>
    public static void Forget(Turn turn, int owner, string end)
    {
        foreach (var awaited in turn.Marking.Awaited.Where(awaited => awaited.Owner == owner).ToList())
        {
            Forget(turn, awaited, end);
        }
    }

    public static void Forget(Turn turn, Awaited awaited, string end)
    {
        turn.Marking.Awaited.Remove(awaited);
        turn.Say($"{awaited.Kind} {awaited.Node.Id} {(awaited.Kind is "work" ? end : "Cancelled")}", awaited.No);
    }
}
