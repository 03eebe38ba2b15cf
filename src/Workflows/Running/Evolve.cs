using System.Diagnostics;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>What each fact changes. Nothing else changes a case's state.</summary>
internal static class Evolve
{
    /// <summary>Messages told twice are known by their ids; so many of the latest are remembered.</summary>
    private const int MessagesKept = 100;

    /// <summary>The state after the facts: the same whichever way they were stored in between.</summary>
    public static CaseState Fold(CaseState? state, IEnumerable<CaseEvent> events)
    {
        var draft = new Draft(state);
        foreach (var happened in events)
        {
            Apply(draft, happened);
        }

        return draft.Freeze();
    }

    public static void Apply(Draft state, CaseEvent happened)
    {
        state.Touch();
        switch (happened)
        {
            case CaseEvent.Started started:
                state.IsCalled = started.IsCalled;
                state.Scopes.Add(new ScopeState(CaseState.RootId, null, null, null, started.Variables));
                break;
            case CaseEvent.Ended ended:
                (state.End, state.ErrorCode, state.Reason) = (ended.End, ended.ErrorCode, ended.Reason);
                state.Kept.Clear();
                break;
            case CaseEvent.Entered or CaseEvent.TokenEnded or CaseEvent.Stuck or CaseEvent.Retried or CaseEvent.Resolved
                or CaseEvent.Repeated:
                ApplyToTokens(state, happened);
                break;
            case CaseEvent.ScopeOpened or CaseEvent.ScopeClosed or CaseEvent.VariablesSet
                or CaseEvent.LoopBegan or CaseEvent.InstanceBegan or CaseEvent.InstanceEnded:
                ApplyToScopes(state, happened);
                break;
            case CaseEvent.MessageSent or CaseEvent.SignalSent:
                state.Number(happened is CaseEvent.MessageSent sent ? sent.SendId : ((CaseEvent.SignalSent)happened).SendId);
                break;
            case CaseEvent.Completed or CaseEvent.StepTakenOver:
                AddDone(state, happened);
                break;
            case CaseEvent.WorkKept or CaseEvent.KeptMoved or CaseEvent.UndoBegan or CaseEvent.Undone:
                EvolveKept.Apply(state, happened);
                break;
            case CaseEvent.Moved moved:
                EvolveMoved.Apply(state, moved);
                break;
            case CaseEvent.AskedAgain or CaseEvent.RulesApplied or CaseEvent.SentBack or CaseEvent.TokenPlaced or CaseEvent.SignalHeard or CaseEvent.WayChosen or CaseEvent.ErrorThrown
                or CaseEvent.Escalated or CaseEvent.BoundaryHit or CaseEvent.HandlerHit:
                break;
            default:
                ApplyToWaits(state, happened);
                break;
        }
    }

    private static void AddDone(Draft state, CaseEvent happened)
    {
        var (scopeId, nodeId) = happened is CaseEvent.Completed completed
            ? (state.Token(completed.TokenId)!.ScopeId, completed.NodeId)
            : (CaseState.RootId, ((CaseEvent.StepTakenOver)happened).NodeId);
        var index = state.ScopeIndex(scopeId);
        var scope = state.Scopes[index];
        if (!scope.Done.Contains(nodeId, StringComparer.Ordinal))
        {
            state.Scopes[index] = scope with { Done = scope.Done.Add(nodeId) };
        }
    }

    private static void ApplyToTokens(Draft state, CaseEvent happened)
    {
        switch (happened)
        {
            case CaseEvent.Entered entered:
                Enter(state, new Token(entered.TokenId, entered.NodeId, entered.ScopeId, entered.FlowId));
                break;
            case CaseEvent.TokenEnded ended:
                state.Tokens.RemoveAt(state.TokenIndex(ended.TokenId));
                EvolveKept.Release(state, ended.TokenId);
                break;
            case CaseEvent.Stuck stuck:
                Change(state, stuck.TokenId, new Trouble(stuck.Code, stuck.Reason, stuck.Resume));
                break;
            case CaseEvent.Retried retried:
                Change(state, retried.TokenId, null);
                break;
            case CaseEvent.Resolved resolved:
                Change(state, resolved.TokenId, null);
                break;
            case CaseEvent.Repeated repeated:
                var index = state.TokenIndex(repeated.TokenId);
                state.Tokens[index] = state.Tokens[index] with { Round = repeated.Round };
                break;
        }
    }

    private static void Enter(Draft state, Token token)
    {
        var index = state.TokenIndex(token.Id);
        if (index < 0)
        {
            state.Number(token.Id);
            state.Tokens.Add(token);
        }
        else
        {
            state.Tokens[index] = token;
        }
    }

    private static void Change(Draft state, string tokenId, Trouble? trouble)
    {
        var index = state.TokenIndex(tokenId);
        state.Tokens[index] = state.Tokens[index] with { Trouble = trouble };
    }

    private static void ApplyToScopes(Draft state, CaseEvent happened)
    {
        switch (happened)
        {
            case CaseEvent.ScopeOpened(var id, var tokenId, var nodeId, var parentId, var variables):
                Open(state, new ScopeState(id, nodeId, tokenId, parentId, variables));
                break;
            case CaseEvent.ScopeClosed closed:
                state.Scopes.RemoveAt(state.ScopeIndex(closed.ScopeId));
                EvolveKept.Forget(state, closed.ScopeId);
                break;
            case CaseEvent.VariablesSet set:
                var index = state.ScopeIndex(set.ScopeId);
                state.Scopes[index] = state.Scopes[index] with { Variables = state.Scopes[index].Variables.With(set.Values) };
                break;
            case CaseEvent.LoopBegan(var id, var tokenId, var nodeId, var parentId, var count, var items):
                Open(state, new ScopeState(id, nodeId, tokenId, parentId, Value.Record.Empty, new LoopState(count, 0, 0, items, [])));
                break;
            case CaseEvent.InstanceBegan began:
                BeginInstance(state, began);
                break;
            case CaseEvent.InstanceEnded ended:
                EndInstance(state, ended);
                break;
        }
    }

    private static void Open(Draft state, ScopeState scope)
    {
        state.Number(scope.Id);
        state.Scopes.Add(scope);
    }

    private static void BeginInstance(Draft state, CaseEvent.InstanceBegan began)
    {
        var index = state.ScopeIndex(began.LoopId);
        var body = state.Scopes[index];
        var loop = body.Loop! with { Begun = began.Index + 1 };
        state.Scopes[index] = body with { Loop = loop.Begun == loop.Count ? loop with { Items = [] } : loop };
        Open(state, new ScopeState(began.ScopeId, began.NodeId, body.TokenId, body.Id, began.Variables, null, began.Index));
    }

    private static void EndInstance(Draft state, CaseEvent.InstanceEnded ended)
    {
        state.Scopes.RemoveAt(state.ScopeIndex(ended.ScopeId));
        EvolveKept.Forget(state, ended.ScopeId);
        var index = state.ScopeIndex(ended.LoopId);
        var loop = state.Scopes[index].Loop!;
        var outputs = loop.Outputs;
        if (ended.Output is not Value.Nothing)
        {
            outputs = outputs.IsEmpty ? [.. Enumerable.Repeat(Value.None, loop.Count)] : outputs;
            outputs = outputs.SetItem(ended.Index, ended.Output);
        }

        state.Scopes[index] = state.Scopes[index] with { Loop = loop with { Done = loop.Done + 1, Outputs = outputs } };
    }

    private static void ApplyToWaits(Draft state, CaseEvent happened)
    {
        switch (happened)
        {
            case CaseEvent.WorkOpened opened:
                Await(state, new Wait.ForWork(opened.WorkId, opened.TokenId, opened.NodeId));
                break;
            case CaseEvent.ServiceCalled called:
                Await(state, new Wait.ForService(called.CallId, called.TokenId, called.NodeId));
                break;
            case CaseEvent.TimerSet set:
                Set(state, set);
                break;
            case CaseEvent.TimerArmed armed:
                Await(state, new Wait.ForTimer(armed.TimerId, armed.TokenId, armed.NodeId, armed.Due));
                break;
            case CaseEvent.ListenBegan began:
                Await(state, new Wait.ForMessage(began.SubscriptionId, began.TokenId, began.NodeId, began.MessageName, began.Key));
                break;
            case CaseEvent.CaseCalled called:
                Await(state, new Wait.ForCase(called.CallId, called.TokenId, called.NodeId));
                break;
            case CaseEvent.MessageTaken taken:
                Remember(state, taken.MessageId);
                break;
            case CaseEvent.SignalAwaited awaited:
                Await(state, new Wait.ForSignal(awaited.HearingId, awaited.TokenId, awaited.NodeId, awaited.SignalName));
                break;
            case CaseEvent.SignalCame came:
                Remember(state, came.SignalId);
                break;
            case CaseEvent.ConditionWatched watched:
                Await(state, new Wait.ForCondition(watched.WatchId, watched.TokenId, watched.NodeId, IsHeld: false));
                break;
            case CaseEvent.ConditionMet or CaseEvent.ConditionUnmet:
                Hold(state, happened is CaseEvent.ConditionMet met ? met.WatchId : ((CaseEvent.ConditionUnmet)happened).WatchId, isHeld: happened is CaseEvent.ConditionMet);
                break;
            default:
                EndWait(state, EndedWait(happened));
                break;
        }
    }

    private static string EndedWait(CaseEvent happened) => happened switch
    {
        CaseEvent.WorkClosed closed => closed.WorkId,
        CaseEvent.ServiceEnded ended => ended.CallId,
        CaseEvent.TimerFired fired => fired.TimerId,
        CaseEvent.TimerDisarmed disarmed => disarmed.TimerId,
        CaseEvent.ListenEnded ended => ended.SubscriptionId,
        CaseEvent.HearingEnded ended => ended.HearingId,
        CaseEvent.WatchEnded ended => ended.WatchId,
        CaseEvent.CallEnded ended => ended.CallId,
        _ => throw new UnreachableException($"No change known for {happened.GetType().Name}."),
    };

    private static void Await(Draft state, Wait wait)
    {
        state.Number(wait.Id);
        state.Waits.Add(wait);
    }

    private static void Hold(Draft state, string watchId, bool isHeld)
    {
        var index = state.WaitIndex(watchId);
        state.Waits[index] = (Wait.ForCondition)state.Waits[index] with { IsHeld = isHeld };
    }

    private static void Set(Draft state, CaseEvent.TimerSet set)
    {
        var index = state.WaitIndex(set.TimerId);
        state.Waits[index] = (Wait.ForTimer)state.Waits[index] with { Due = set.Due };
    }

    private static void EndWait(Draft state, string id) => state.Waits.RemoveAt(state.WaitIndex(id));

    private static void Remember(Draft state, string messageId)
    {
        state.Messages.Add(messageId);
        if (state.Messages.Count > MessagesKept)
        {
            state.Messages.RemoveAt(0);
        }
    }
}
