namespace OfficeWorkflow.Workflows.Running;

/// <summary>What facts change in the list of what can be undone.</summary>
internal static class EvolveKept
{
    public static void Apply(Draft state, CaseEvent happened)
    {
        switch (happened)
        {
            case CaseEvent.WorkKept kept:
                state.Number(kept.KeptId);
                state.Kept.Add(new KeptWork(kept.KeptId, kept.ScopeId, kept.NodeId, kept.NodeId, kept.Variables));
                break;
            case CaseEvent.KeptMoved moved:
                Move(state, moved);
                break;
            case CaseEvent.UndoBegan began:
                Change(state, kept => began.KeptIds.Contains(kept.Id, StringComparer.Ordinal), kept => kept with { TokenId = began.TokenId });
                break;
            case CaseEvent.Undone undone:
                state.Kept.RemoveAll(kept => Same(kept.Id, undone.KeptId));
                break;
        }
    }

    /// <summary>Nobody undoes any more what a token that is gone was undoing.</summary>
    public static void Release(Draft state, string tokenId) =>
        Change(state, kept => Same(kept.TokenId, tokenId), static kept => kept with { TokenId = null });

    /// <summary>The frame is gone, and what lay in it.</summary>
    public static void Forget(Draft state, string scopeId) => state.Kept.RemoveAll(kept => Same(kept.ScopeId, scopeId));

    /// <summary>To the end of the list: it counts from now on as completed when its whole was.</summary>
    private static void Move(Draft state, CaseEvent.KeptMoved moved)
    {
        var parts = state.Kept.FindAll(kept => Same(kept.ScopeId, moved.FromScopeId));
        state.Kept.RemoveAll(kept => Same(kept.ScopeId, moved.FromScopeId));
        state.Kept.AddRange(parts.Select(kept => kept with { ScopeId = moved.ToScopeId, PartOf = moved.NodeId }));
    }

    private static void Change(Draft state, Func<KeptWork, bool> which, Func<KeptWork, KeptWork> change)
    {
        for (var index = 0; index < state.Kept.Count; index++)
        {
            if (which(state.Kept[index]))
            {
                state.Kept[index] = change(state.Kept[index]);
            }
        }
    }

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
