using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running.Activities;
using OfficeWorkflow.Workflows.Running.Events;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>The end of tokens and of the frames they stand in.</summary>
internal static class Scopes
{
    /// <summary>A token comes to its end; when it was the last one of its frame, the frame is done.</summary>
    public static void EndToken(Step step, Token token)
    {
        step.Record(new CaseEvent.TokenEnded(token.Id, token.NodeId, TokenEnd.Ended));
        if (!HasTokens(step, token.ScopeId))
        {
            Complete(step, step.State.Scope(token.ScopeId), CaseEnd.Completed);
        }
    }

    /// <summary>The frame has no token left.</summary>
    /// <param name="end">How the case ends if the frame is the case.</param>
    public static void Complete(Step step, ScopeState scope, CaseEnd end)
    {
        Waits.CancelAll(step, scope.Id, WorkEnd.NotNeeded);
        if (scope.TokenId is null)
        {
            step.Record(new CaseEvent.Ended(end, null, null, null));
            return;
        }

        var host = step.State.Token(scope.TokenId)!;
        if (step.Process.Node(host.NodeId) is EventNode)
        {
            CompensationBehavior.HandlerDone(step, host, scope);
            return;
        }

        SubProcessBehavior.Complete(step, host, scope);
    }

    /// <summary>Ends everything that a token holds: what runs inside it and what it waits for.</summary>
    public static void CancelInside(Step step, Token token, WorkEnd end)
    {
        while (LastOwnedBy(step, token.Id) is { } scope)
        {
            CancelTokens(step, scope.Id, end);
            Waits.CancelAll(step, scope.Id, end);
            step.Record(new CaseEvent.ScopeClosed(scope.Id, token.NodeId));
        }

        Waits.CancelAll(step, token.Id, end);
    }

    /// <param name="except">A token that stays.</param>
    public static void CancelTokens(Step step, string scopeId, WorkEnd end, string? except = null)
    {
        while (LastIn(step, scopeId, except) is { } token)
        {
            CancelInside(step, token, end);
            step.Record(new CaseEvent.TokenEnded(token.Id, token.NodeId, TokenEnd.Cancelled));
        }
    }

    /// <summary>Ends everything in the case.</summary>
    public static void CancelAll(Step step, WorkEnd end)
    {
        CancelTokens(step, CaseState.RootId, end);
        Waits.CancelAll(step, CaseState.RootId, end);
    }

    /// <summary>Ends the instances of a loop that still run.</summary>
    public static void CancelInstances(Step step, ScopeState loop)
    {
        while (LastWithin(step, loop.Id) is { } instance)
        {
            CancelTokens(step, instance.Id, WorkEnd.NotNeeded);
            step.Record(new CaseEvent.ScopeClosed(instance.Id, loop.NodeId!));
        }
    }

    private static bool HasTokens(Step step, string scopeId) => LastIn(step, scopeId, except: null) is not null;

    private static Token? LastIn(Step step, string scopeId, string? except)
    {
        var tokens = step.State.Tokens;
        for (var index = tokens.Count - 1; index >= 0; index--)
        {
            if (string.Equals(tokens[index].ScopeId, scopeId, StringComparison.Ordinal)
                && !string.Equals(tokens[index].Id, except, StringComparison.Ordinal))
            {
                return tokens[index];
            }
        }

        return null;
    }

    private static ScopeState? LastWithin(Step step, string scopeId)
    {
        var scopes = step.State.Scopes;
        for (var index = scopes.Count - 1; index >= 0; index--)
        {
            if (string.Equals(scopes[index].ParentId, scopeId, StringComparison.Ordinal))
            {
                return scopes[index];
            }
        }

        return null;
    }

    private static ScopeState? LastOwnedBy(Step step, string tokenId)
    {
        var scopes = step.State.Scopes;
        for (var index = scopes.Count - 1; index >= 0; index--)
        {
            if (string.Equals(scopes[index].TokenId, tokenId, StringComparison.Ordinal))
            {
                return scopes[index];
            }
        }

        return null;
    }
}
