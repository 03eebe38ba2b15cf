using System.Diagnostics;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Begins and cancels what tokens wait for: the fact and the request together.</summary>
internal static class Waits
{
    // First letters of the ids, by what is waited for.
    public const char Work = 'w';
    public const char Service = 'c';
    public const char Timer = 'd';
    public const char Message = 'm';
    public const char Signal = 'g';
    public const char Condition = 'q';
    public const char Case = 'k';

    /// <summary>Begins a prepared wait; it gets its id here.</summary>
    public static void Begin(Step step, Wait prepared)
    {
        switch (prepared)
        {
            case Wait.ForTimer timer:
                var timerId = step.NextId(Timer);
                step.Record(new CaseEvent.TimerArmed(timerId, timer.TokenId, timer.NodeId, timer.Due));
                step.Ask(new Effect.ArmTimer(timerId, timer.NodeId, timer.Due.At));
                break;
            case Wait.ForMessage message:
                var subscriptionId = step.NextId(Message);
                step.Record(new CaseEvent.ListenBegan(subscriptionId, message.TokenId, message.NodeId, message.MessageName, message.Key));
                step.Ask(new Effect.Listen(subscriptionId, message.NodeId, message.MessageName, message.Key));
                break;
            case Wait.ForSignal signal:
                var hearingId = step.NextId(Signal);
                step.Record(new CaseEvent.SignalAwaited(hearingId, signal.TokenId, signal.NodeId, signal.SignalName));
                step.Ask(new Effect.Hear(hearingId, signal.NodeId, signal.SignalName));
                break;
            case Wait.ForCondition condition:
                step.Record(new CaseEvent.ConditionWatched(step.NextId(Condition), condition.TokenId, condition.NodeId));
                break;
            default:
                throw new UnreachableException($"{prepared.GetType().Name} is not prepared.");
        }
    }

    public static void CancelAll(Step step, string tokenId, WorkEnd end)
    {
        var waits = step.State.Waits;
        for (var index = waits.Count - 1; index >= 0; index--)
        {
            if (string.Equals(waits[index].TokenId, tokenId, StringComparison.Ordinal))
            {
                Cancel(step, waits[index], end);
            }
        }
    }

    public static void Cancel(Step step, Wait wait, WorkEnd end)
    {
        switch (wait)
        {
            case Wait.ForWork:
                step.Record(new CaseEvent.WorkClosed(wait.Id, wait.NodeId, end, null));
                step.Ask(new Effect.CloseWorkItem(wait.Id, end));
                break;
            case Wait.ForService:
                step.Record(new CaseEvent.ServiceEnded(wait.Id, wait.NodeId, CallEnd.Cancelled, null, null));
                step.Ask(new Effect.CancelService(wait.Id));
                break;
            case Wait.ForTimer:
                step.Record(new CaseEvent.TimerDisarmed(wait.Id, wait.NodeId));
                step.Ask(new Effect.DisarmTimer(wait.Id));
                break;
            case Wait.ForMessage:
                step.Record(new CaseEvent.ListenEnded(wait.Id, wait.NodeId));
                step.Ask(new Effect.StopListening(wait.Id));
                break;
            case Wait.ForSignal:
                step.Record(new CaseEvent.HearingEnded(wait.Id, wait.NodeId));
                step.Ask(new Effect.StopHearing(wait.Id));
                break;
            case Wait.ForCondition:
                step.Record(new CaseEvent.WatchEnded(wait.Id, wait.NodeId));
                break;
            case Wait.ForCase:
                step.Record(new CaseEvent.CallEnded(wait.Id, wait.NodeId, CallEnd.Cancelled, null, null));
                step.Ask(new Effect.CancelCase(wait.Id));
                break;
        }
    }

    /// <summary>The wait of this id and kind, with its token; null when it is over.</summary>
    public static TWait? Find<TWait>(Step step, string id)
        where TWait : Wait
    {
        var index = step.State.WaitIndex(id);

        return index < 0 ? null : step.State.Waits[index] as TWait;
    }
}
