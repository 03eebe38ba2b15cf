using System.Globalization;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>13.5: events.</summary>
internal static class Events
{
    public static string KindOf(FlowNode node) => ((EventNode)node).Trigger is Trigger.Timer ? "timer" : "message";

    /// <summary>13.5.1; the starts of event subprocesses wait from now on, as long as the frame runs (13.5.4).</summary>
    public static void Start(Turn turn, Active active, StartEvent start)
    {
        foreach (var handler in start.Scope.Handlers.Where(static handler => handler.Trigger is Trigger.Timer or Trigger.Message))
        {
            turn.Await(active.Frame, handler, KindOf(handler));
        }

        Ways.Leave(turn, active);
    }

    public static void Reach(Turn turn, Active active, EventNode node)
    {
        switch (node)
        {
            case CatchEvent { Trigger: not Trigger.Link }:
                turn.Await(active.No, node, KindOf(node));
                break;
            case EndEvent { Trigger: Trigger.Terminate }:
                Frames.Terminate(turn, active);
                break;
            case EndEvent { Trigger: Trigger.Error error }:
                Catchers.Throw(turn, active, error.Code ?? "", "error-uncaught");
                break;
            case EndEvent or ThrowEvent or CatchEvent:
                Tell(turn, active, node);
                break;
        }
    }

    /// <summary>13.5.2, 13.5.6: what is told is told, and the token goes on or ends; unless what it told ended it.</summary>
    private static void Tell(Turn turn, Active active, EventNode node)
    {
        turn.Marking.Set(active with { Phase = Phase.Completed });
        switch (node.Trigger)
        {
            case Trigger.Message message:
                turn.Say($"sent {node.Id} {message.Definition.Name}", active.No);
                break;
            case Trigger.Escalation escalation:
                Catchers.Escalate(turn, active, escalation.Code ?? "");
                break;
        }
    }

    /// <summary>What was waited for happened.</summary>
    public static void Happen(Turn turn, Awaited awaited, Value.Record values)
    {
        if (awaited.Node is StartEvent handler)
        {
            Catchers.Handle(turn, awaited.Owner, handler, values);
            return;
        }

        var active = turn.Marking.Active(awaited.Owner)!;
        if (awaited.Node is BoundaryEvent boundary)
        {
            Catchers.Hit(turn, active, boundary, values);
            return;
        }

        if (active.Node != awaited.Node)
        {
            active = Win(turn, active, awaited.Node);
        }

        if (active.Node is Activity)
        {
            Activities.Complete(turn, active.No, values);
            return;
        }

        turn.Say($"done {active.Node.Id}", active.No);
        turn.Write(active.Frame, values);
        turn.Marking.Set(active with { Phase = Phase.Completed });
    }

    /// <summary>13.5.3: the timer of a non-interrupting event may be a cycle; it is counted from when it was armed first.</summary>
    public static void Rearm(Turn turn, Awaited fired)
    {
        var isInterrupting = fired.Node switch
        {
            BoundaryEvent boundary => boundary.IsInterrupting,
            StartEvent start => start.IsInterrupting,
            _ => true,
        };
        var text = ((Trigger.Timer)((EventNode)fired.Node).Trigger).Definition.Text;
        if (isInterrupting || text is not ['R', var times, '/', 'P', 'T', var hours, 'H'])
        {
            return;
        }

        var interval = TimeSpan.FromHours(CharUnicodeInfo.GetDecimalDigitValue(hours));
        var next = Math.Max(fired.Ordinal + 1, (int)((turn.At - fired.Anchor) / interval) + 1);
        if (next <= CharUnicodeInfo.GetDecimalDigitValue(times))
        {
            turn.Await(fired.Owner, fired.Node, "timer", fired.Anchor, next);
        }
    }

    /// <summary>13.4.4: the first event takes the token; the others are no longer waited for.</summary>
    private static Active Win(Turn turn, Active gateway, FlowNode winner)
    {
        Frames.Forget(turn, gateway.No, "NotNeeded");
        var flow = gateway.Node.Outgoing.First(flow => flow.Target == winner);
        var won = gateway with { Node = winner };
        turn.Say($"flow {flow.Id}", gateway.Frame, gateway.No);
        turn.Marking.Set(won);

        return won;
    }
}
