using System.Globalization;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>A case's state while one decision is under way; only <see cref="Evolve"/> changes it.</summary>
internal sealed class Draft
{
    private readonly CaseState? before;
    private bool changed;

    public Draft(CaseState? state)
    {
        before = state;
        if (state is null)
        {
            return;
        }

        Sequence = state.Sequence;
        IsCalled = state.IsCalled;
        End = state.End;
        ErrorCode = state.ErrorCode;
        Reason = state.Reason;
        Tokens.AddRange(state.Tokens.AsSpan());
        Waits.AddRange(state.Waits.AsSpan());
        Scopes.AddRange(state.Scopes.AsSpan());
        Messages.AddRange(state.Messages.AsSpan());
        Kept.AddRange(state.Kept.AsSpan());
    }

    public long Sequence { get; private set; }

    public bool IsCalled { get; set; }

    public CaseEnd? End { get; set; }

    public string? ErrorCode { get; set; }

    public string? Reason { get; set; }

    public List<Token> Tokens { get; } = [];

    public List<Wait> Waits { get; } = [];

    public List<ScopeState> Scopes { get; } = [];

    public List<string> Messages { get; } = [];

    public List<KeptWork> Kept { get; } = [];

    public Token? Token(string id)
    {
        var index = TokenIndex(id);

        return index < 0 ? null : Tokens[index];
    }

    public int TokenIndex(string id)
    {
        for (var index = Tokens.Count - 1; index >= 0; index--)
        {
            if (string.Equals(Tokens[index].Id, id, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    public int WaitIndex(string id)
    {
        for (var index = 0; index < Waits.Count; index++)
        {
            if (string.Equals(Waits[index].Id, id, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    public ScopeState Scope(string id) => Scopes[ScopeIndex(id)];

    public int ScopeIndex(string id)
    {
        for (var index = 0; index < Scopes.Count; index++)
        {
            if (string.Equals(Scopes[index].Id, id, StringComparison.Ordinal))
            {
                return index;
            }
        }

        throw new InvalidOperationException($"The case has no frame '{id}'.");
    }

    /// <summary>Ids carry the number that made them: the highest one seen is the last one given.</summary>
    public void Number(string id)
    {
        var number = long.Parse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
        Sequence = Math.Max(Sequence, number);
    }

    public void Touch() => changed = true;

    public CaseState Freeze() => !changed && before is not null
        ? before
        : new CaseState(
            Sequence, IsCalled, End, ErrorCode, Reason, [.. Tokens], [.. Waits], [.. Scopes], [.. Messages])
        { Kept = [.. Kept] };
}
