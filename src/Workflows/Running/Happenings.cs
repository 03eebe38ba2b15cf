using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;
using OfficeWorkflow.Workflows.Running.Activities;
using OfficeWorkflow.Workflows.Running.Events;
using OfficeWorkflow.Workflows.Running.Gateways;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>A timer came due or a message arrived: which event it was for.</summary>
internal static class Happenings
{
    /// <summary>A timer that is no longer armed is ignored.</summary>
    public static Decision.Refused? Fire(Step step, Input.TimerFired input)
    {
        if (Waits.Find<Wait.ForTimer>(step, input.TimerId) is { } wait)
        {
            step.Record(new CaseEvent.TimerFired(wait.Id, wait.NodeId));
            Timers.Repeat(step, wait);
            Happen(step, wait, Value.Record.Empty);
        }

        return null;
    }

    public static Decision.Refused? Arrive(Step step, Input.MessageArrived input)
    {
        if (step.State.Messages.Contains(input.MessageId))
        {
            return null;
        }

        if (Waits.Find<Wait.ForMessage>(step, input.SubscriptionId) is not { } wait)
        {
            return new Decision.Refused("not-listening", "この案件はもうそのメッセージを待っていません。");
        }

        step.Record(new CaseEvent.MessageTaken(wait.Id, wait.NodeId, input.MessageId));
        EndIfOnce(step, wait);
        Happen(step, wait, input.Values);

        return null;
    }

    /// <summary>Whoever may hear of it again goes on waiting.</summary>
    public static void EndIfOnce(Step step, Wait wait)
    {
        if (step.Process.Node(wait.NodeId) is not (BoundaryEvent { IsInterrupting: false } or StartEvent { IsInterrupting: false }))
        {
            Waits.Cancel(step, wait, WorkEnd.NotNeeded);
        }
    }

    /// <summary>What was waited for happened: the event goes on.</summary>
    public static void Happen(Step step, Wait wait, Value.Record values)
    {
        if (step.Process.Node(wait.NodeId) is StartEvent handler)
        {
            EventSubProcessBehavior.Begin(step, step.State.Scope(wait.TokenId), handler, values);
            return;
        }

        var token = step.State.Token(wait.TokenId)!;
        if (step.Process.Node(wait.NodeId) is BoundaryEvent boundary)
        {
            BoundaryEventBehavior.Hit(step, token, boundary, values);
            return;
        }

        if (step.Process.Node(token.NodeId) is EventBasedGateway gateway)
        {
            token = EventBasedGatewayBehavior.Win(step, token, gateway, wait.NodeId);
        }

        if (step.Process.Node(wait.NodeId) is Activity activity)
        {
            ActivityBehavior.Done(step, token, activity, values);
        }
        else
        {
            CatchEventBehavior.Happen(step, token, (EventNode)step.Process.Node(wait.NodeId), values);
        }
    }
}
