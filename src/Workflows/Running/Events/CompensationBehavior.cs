using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running.Activities;

namespace OfficeWorkflow.Workflows.Running.Events;

/// <summary>
/// Compensation: what has been completed is undone by the handlers on its edges, one after another, the last completed first. A handler reads what was
/// known when its activity was completed, and writes where the activity would.
/// </summary>
internal static class CompensationBehavior
{
    /// <summary>An activity, or one instance of it, is completed: it is remembered if it can be undone.</summary>
    public static void Keep(Step step, Token token, Activity node)
    {
        if (node.Undo is null)
        {
            return;
        }

        var scope = step.ScopeOf(token);
        var home = ActivityBehavior.IsInstance(step, token, node) ? scope.ParentId! : scope.Id;
        step.Record(new CaseEvent.WorkKept(step.NextId('u'), home, node.Id, Known(step, scope)));
    }

    /// <summary>A frame is completed: what was done in it can be undone from outside, unless its activity is undone as a whole.</summary>
    public static void Hand(Step step, string fromScopeId, string toScopeId, Activity node)
    {
        if (node.Undo is null)
        {
            HandAll(step, fromScopeId, toScopeId, node);
        }
    }

    /// <summary>A loop is done: each of its instances can be undone.</summary>
    public static void HandAll(Step step, string fromScopeId, string toScopeId, Activity node)
    {
        if (step.State.Kept.Exists(kept => string.Equals(kept.ScopeId, fromScopeId, StringComparison.Ordinal)))
        {
            step.Record(new CaseEvent.KeptMoved(fromScopeId, toScopeId, node.Id));
        }
    }

    public static void Begin(Step step, Token token, EventNode node, Trigger.Compensation compensation)
    {
        var scope = step.ScopeOf(token);
        var around = node.Scope.Owner is { IsEventTriggered: true } ? scope.ParentId : null;
        var ids = step.State.Kept
            .Where(kept => kept.TokenId is null && (Same(kept.ScopeId, scope.Id) || Same(kept.ScopeId, around)))
            .Where(kept => compensation.ActivityId is not { } id || Same(kept.NodeId, id) || Same(kept.PartOf, id))
            .Select(static kept => kept.Id)
            .ToList();
        if (ids.Count > 0)
        {
            step.Record(new CaseEvent.UndoBegan(token.Id, node.Id, [.. ids]));
        }

        UndoNext(step, token, node);
    }

    /// <summary>A handler is done.</summary>
    /// <param name="host">The token on the event that asked for it.</param>
    public static void HandlerDone(Step step, Token host, ScopeState frame)
    {
        step.Record(new CaseEvent.ScopeClosed(frame.Id, frame.NodeId!));
        UndoNext(step, host, (EventNode)step.Process.Node(host.NodeId));
    }

    private static void UndoNext(Step step, Token token, EventNode node)
    {
        if (step.State.Kept.FindLast(kept => string.Equals(kept.TokenId, token.Id, StringComparison.Ordinal)) is not { } last)
        {
            End(step, token, node);
            return;
        }

        step.Record(new CaseEvent.Undone(last.Id, token.Id, last.NodeId));
        var handler = ((Activity)step.Process.Node(last.NodeId)).Undo!.Handler!;
        var id = step.NextId('s');
        step.Record(new CaseEvent.ScopeOpened(id, token.Id, handler.Id, last.ScopeId, last.Variables));
        step.Place(handler, id, null);
    }

    private static void End(Step step, Token token, EventNode node)
    {
        if (node is EndEvent)
        {
            Scopes.EndToken(step, token);
        }
        else
        {
            Flows.Leave(step, token, node);
        }
    }

    private static bool Same(string left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    private static Value.Record Known(Step step, ScopeState scope) =>
        scope.ParentId is { } parent ? Known(step, step.State.Scope(parent)).With(scope.Variables) : scope.Variables;
}
