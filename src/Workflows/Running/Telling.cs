using System.Diagnostics;
using OfficeWorkflow.Workflows.Running.Activities;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Which part of the engine an input is for.</summary>
internal static class Telling
{
    public static Decision.Refused? Tell(Step step) => step.Input switch
    {
        Input.Started input => Starts.Begin(step, input),
        Input.TakenOver input => TakingOver.Tell(step, input),
        Input.WorkFinished input => WorkTaskBehavior.Finish(step, input),
        Input.ServiceDone input => ServiceTaskBehavior.Done(step, input),
        Input.ServiceFailed input => ServiceTaskBehavior.Failed(step, input),
        Input.TimerFired input => Happenings.Fire(step, input),
        Input.MessageArrived input => Happenings.Arrive(step, input),
        Input.SignalArrived input => Signals.Arrive(step, input),
        Input.ChildEnded input => CallActivityBehavior.ChildEnded(step, input),
        Input.ChildFailed input => CallActivityBehavior.ChildFailed(step, input),
        Input.ChildEscalated input => CallActivityBehavior.ChildEscalated(step, input),
        Input.SentBack input => SendBacks.Tell(step, input),
        Input.TokenPlaced input => Placing.Tell(step, input),
        Input.Retried input => Retries.Retry(step, input),
        Input.Resolved input => Resolutions.Resolve(step, input),
        Input.AskedAgain input => Requests.AskAgain(step, input),
        Input.TimerSet input => Timers.Set(step, input),
        Input.Corrected input => Corrections.Tell(step, input),
        Input.Cancelled input => Endings.Cancel(step, input),
        _ => throw new UnreachableException($"No place for {step.Input.GetType().Name}."),
    };
}
