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

    public int TokenIndex(string id) => Index(Tokens, id, static token => token.Id);

    public int WaitIndex(string id) => Index(Waits, id, static wait => wait.Id);

    public ScopeState Scope(string id) => Scopes[ScopeIndex(id)];

    public int ScopeIndex(string id) =>
        Index(Scopes, id, static scope => scope.Id) is >= 0 and var index ? index : throw new InvalidOperationException($"The case has no frame '{id}'.");

    /// <summary>Ids carry the number that made them: the highest one seen is the last one given.</summary>
    public void Number(string id) => Sequence = Math.Max(Sequence, NumberOf(id));

    public void Touch() => changed = true;

    public CaseState Freeze() => !changed && before is not null
        ? before
        : new CaseState(
            Sequence, IsCalled, End, ErrorCode, Reason, [.. Tokens], [.. Waits], [.. Scopes], [.. Messages])
        { Kept = [.. Kept] };

    /// <summary>Rows stand in the order in which they were made, so by the numbers of their ids.</summary>
    private static int Index<T>(List<T> rows, string id, Func<T, string> idOf)
    {
        var sought = NumberOf(id);
        var (first, last) = (0, rows.Count - 1);
        while (first <= last)
        {
            var middle = (first + last) / 2;
            var number = NumberOf(idOf(rows[middle]));
            if (number == sought)
            {
                return string.Equals(idOf(rows[middle]), id, StringComparison.Ordinal) ? middle : -1;
            }

            (first, last) = number < sought ? (middle + 1, last) : (first, middle - 1);
        }

        return -1;
    }

    /// <summary>What somebody asks for may be no id of ours at all.</summary>
    private static long NumberOf(string id) =>
        id.Length > 1 && long.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
