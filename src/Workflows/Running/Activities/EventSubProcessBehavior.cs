using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running.Activities;

/// <summary>
/// Event subprocesses: their starts wait exactly as long as the frame in which they are drawn. An interrupting one takes the
/// place of what runs there, and the frame then completes normally; another one runs beside it and keeps the frame open.
/// </summary>
internal static class EventSubProcessBehavior
{
    /// <summary>Arms the handlers of the frame in which a start event is reached; false when one cannot be told and the token is stuck.</summary>
    public static bool Arm(Step step, Token token, StartEvent start)
    {
        if (start.Scope.Handlers.IsEmpty)
        {
            return true;
        }

        var prepared = new List<Wait>(start.Scope.Handlers.Length);
        foreach (var handler in start.Scope.Handlers)
        {
            if (handler.Trigger is Trigger.Error or Trigger.Escalation || Timers.NeverComes(step, token, handler))
            {
                continue;
            }

            if (Triggers.Prepare(step, token, handler) is not { } wait)
            {
                return false;
            }

            prepared.Add(wait with { TokenId = token.ScopeId });
        }

        foreach (var wait in prepared)
        {
            Waits.Begin(step, wait);
        }

        return true;
    }

    /// <summary>Whether a token must pass here so that what may happen in its frame is waited for.</summary>
    public static bool ArmsAt(FlowNode node) => node is StartEvent { Scope.Handlers.IsEmpty: false };

    /// <summary>
    /// The handlers of the frame in which a token stands. A token that is itself a handler sees the others as long as they wait: not once
    /// it has interrupted the frame, and never itself. One instance of a loop or a compensation handler has none, for its frame is its own.
    /// </summary>
    public static ReadOnlySpan<StartEvent> HandlersAround(Step step, Token token)
    {
        if (step.ScopeOf(token).Index is not null || IsUndoing(step, token))
        {
            return [];
        }

        var node = step.Process.Node(token.NodeId);
        if (node is not SubProcess { IsEventTriggered: true } handler)
        {
            return node.Scope.Handlers.AsSpan();
        }

        return handler.Inner.Nodes.OfType<StartEvent>().All(static start => start.IsInterrupting)
            ? []
            : node.Scope.Handlers.RemoveAll(other => other.Scope.Owner == handler).AsSpan();
    }

    /// <summary>Whether the token runs a compensation handler, which has a frame of its own.</summary>
    private static bool IsUndoing(Step step, Token token) =>
        step.ScopeOf(token).TokenId is { } hostId && step.Process.Node(step.State.Token(hostId)!.NodeId) is EventNode;

    /// <param name="frame">The frame in which the start waited.</param>
    public static void Begin(Step step, ScopeState frame, StartEvent start, Value.Record values)
    {
        var node = start.Scope.Owner!;
        step.Record(new CaseEvent.HandlerHit(frame.Id, start.Id, start.IsInterrupting));
        if (start.IsInterrupting)
        {
            Waits.CancelAll(step, frame.Id, WorkEnd.NotNeeded);
            Scopes.CancelTokens(step, frame.Id, WorkEnd.NotNeeded);
        }

        var hostId = step.NextId('t');
        step.Record(new CaseEvent.Entered(hostId, node.Id, frame.Id, null));
        var id = step.NextId('s');
        step.Record(new CaseEvent.ScopeOpened(id, hostId, node.Id, frame.Id, Variables.Map(step, frame.Id, node.Mapping.Inputs.AsSpan())));
        Variables.WriteResult(step, id, values, start.Mapping);
        step.Place(start, id, null);
    }
}
