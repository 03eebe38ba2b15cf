using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>All that a case remembers between two inputs.</summary>
/// <param name="Sequence">The last number given to an id.</param>
/// <param name="IsCalled">Whether another case waits for this one.</param>
/// <param name="Messages">Ids of the messages taken lately.</param>
public sealed record CaseState(
    long Sequence,
    bool IsCalled,
    CaseEnd? End,
    string? ErrorCode,
    string? Reason,
    ImmutableArray<Token> Tokens,
    ImmutableArray<Wait> Waits,
    ImmutableArray<ScopeState> Scopes,
    ImmutableArray<string> Messages)
{
    /// <summary>Completed work that can still be undone, in the order of its completion.</summary>
    public ImmutableArray<KeptWork> Kept { get; init; } = [];

    /// <summary>Id of the frame of the case itself.</summary>
    public const string RootId = "s0";

    public bool HasEnded => End is not null;

    /// <summary>The variables of the case; those of subprocesses and instances are in their frames.</summary>
    public Value.Record Variables => Scopes[0].Variables;

    /// <summary>What a calling procedure may read at the end; its mapping decides what it takes.</summary>
    public Value.Record Outputs => HasEnded ? Variables : Value.Record.Empty;

    public IEnumerable<Token> StuckTokens => Tokens.Where(static token => token.Trouble is not null);

    public Token? Token(string id) => Tokens.FirstOrDefault(token => string.Equals(token.Id, id, StringComparison.Ordinal));

    public Wait? Wait(string id) => Waits.FirstOrDefault(wait => string.Equals(wait.Id, id, StringComparison.Ordinal));
}
