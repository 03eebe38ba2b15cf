using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>Who catches what is thrown (10.5.1, 10.5.7, 13.5.3, 13.5.4): the innermost that can, outwards.</summary>
internal static class Catchers
{
    /// <summary>10.5.1: an error ends the activity it is caught at; one that nobody catches is the caller's, else a person's.</summary>
    public static void Throw(Turn turn, Active active, string code, string uncaught)
    {
        turn.Say($"threw {active.Node.Id} {code}", active.No);
        switch (Find(turn, active, code, static trigger => trigger is Trigger.Error error ? (true, error.Code) : default))
        {
            case (BoundaryEvent boundary, var host):
                Hit(turn, turn.Marking.Active(host)!, boundary, Value.Record.Empty);
                break;
            case (StartEvent handler, var frame):
                Handle(turn, frame, handler, Value.Record.Empty);
                break;
            case var _ when turn.Marking.IsCalled:
                Frames.Cancel(turn, 0, "NotNeeded");
                Frames.Forget(turn, 0, "NotNeeded");
                turn.Marking.End = "Failed";
                turn.Say($"over Failed {code}");
                break;
            case var _:
                turn.Stick(active, uncaught);
                break;
        }
    }

    /// <summary>10.5.7: an escalation does not end its thrower by itself, and nobody has to catch it.</summary>
    public static void Escalate(Turn turn, Active active, string code)
    {
        var (catcher, at) = Find(turn, active, code, static trigger => trigger is Trigger.Escalation escalation ? (true, escalation.Code) : default);
        turn.Say($"escalated {active.Node.Id} {code} {catcher?.Id}", active.No);
        switch (catcher)
        {
            case BoundaryEvent boundary:
                Hit(turn, turn.Marking.Active(at)!, boundary, Value.Record.Empty);
                break;
            case StartEvent handler:
                Handle(turn, at, handler, Value.Record.Empty);
                break;
        }
    }

    /// <summary>13.5.3: an interrupting event ends the activity and takes its token; another one makes a token of its own.</summary>
    public static void Hit(Turn turn, Active host, BoundaryEvent boundary, Value.Record values)
    {
        turn.Say($"hit {boundary.Id}", host.No);
        if (boundary.IsInterrupting)
        {
            Frames.CancelInside(turn, host.No, "NotNeeded");
            turn.Marking.Actives.RemoveAll(active => active.No == host.No);
        }

        turn.Appear(host.Frame, boundary, Phase.Completed);
        turn.Write(host.Frame, values);
    }

    /// <summary>13.5.4: an interrupting event subprocess takes the place of what runs in the frame; another one runs beside it.</summary>
    public static void Handle(Turn turn, int frame, StartEvent handler, Value.Record values)
    {
        turn.Say($"handled {handler.Id}", frame);
        if (handler.IsInterrupting)
        {
            Frames.Forget(turn, frame, "NotNeeded");
            Frames.Cancel(turn, frame, "NotNeeded");
        }

        var node = handler.Scope.Owner!;
        var host = turn.Appear(frame, node, Phase.Active);
        var inner = turn.NewNumber();
        turn.Marking.Frames.Add(new Frame(inner, frame, host, node.Inner, Value.Record.Empty));
        turn.Say($"open {node.Id}", host, inner);
        turn.Write(inner, values);
        turn.Appear(inner, handler, Phase.Ready);
    }

    /// <summary>
    /// From the thrower outwards: the events on the edge of the activity, then the event subprocesses of the frame it stands in. An event
    /// subprocess is never handled by itself, and by its equals only while the frame is not interrupted (13.5.4). One for exactly this
    /// code comes before one for all.
    /// </summary>
    private static (EventNode? Catcher, int At) Find(Turn turn, Active thrower, string code, Func<Trigger, (bool IsOfKind, string? Code)> codeOf)
    {
        for (var host = thrower; host is not null; host = Around(turn, host))
        {
            var isRound = turn.Marking.Frame(host.Frame).Index >= 0;
            if (!isRound && host.Node is Activity activity && Best(activity.Boundaries, code, codeOf) is { } boundary)
            {
                return (boundary, host.No);
            }

            if (!isRound && Best(Handlers(host), code, codeOf) is { } handler)
            {
                return (handler, host.Frame);
            }
        }

        return (null, -1);
    }

    private static IEnumerable<StartEvent> Handlers(Active host) => host.Node switch
    {
        SubProcess { IsEventTriggered: true } own when own.Inner.Nodes.OfType<StartEvent>().Any(static start => !start.IsInterrupting) =>
            host.Node.Scope.Handlers.Where(handler => handler.Scope.Owner != own),
        SubProcess { IsEventTriggered: true } => [],
        _ => host.Node.Scope.Handlers,
    };

    private static Active? Around(Turn turn, Active active) =>
        turn.Marking.Frame(active.Frame).Host is >= 0 and var host ? turn.Marking.Active(host) : null;

    private static EventNode? Best(IEnumerable<EventNode> events, string code, Func<Trigger, (bool IsOfKind, string? Code)> codeOf)
    {
        var catching = events.Where(node => codeOf(node.Trigger).IsOfKind).ToList();

        return catching.Find(node => string.Equals(codeOf(node.Trigger).Code, code, StringComparison.Ordinal))
            ?? catching.Find(node => codeOf(node.Trigger).Code is null);
    }
}
