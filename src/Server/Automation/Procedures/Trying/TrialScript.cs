namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>A trial run as it is asked for and kept: where it begins, and what people do in it, in order.</summary>
/// <param name="At">When it begins, in Tokyo: <c>2026-01-19T09:00</c>.</param>
/// <param name="StartNode">The start event; null for the blank one.</param>
/// <param name="Values">What the case begins with, one a line: <c>name = value</c>.</param>
/// <param name="HoldsServices">Whether somebody says how each service came out.</param>
public sealed record TrialScript(string? At, string? StartNode, string? Values, bool HoldsServices, IReadOnlyList<TrialMove?>? Moves)
{
    public const int MostMoves = 300;

    /// <summary>Longest text that is typed in one trial.</summary>
    public const int LongestTyped = 500_000;

    /// <summary>Whether it is more than anybody does in one trial.</summary>
    public bool IsTooLong => All.Count > MostMoves || All.Sum(static move => (long)(move.Values?.Length ?? 0) + (move.Typed?.Sum(static entry => entry.Key.Length + entry.Value.Sum(static text => text.Length)) ?? 0)) > LongestTyped;

    public IReadOnlyList<TrialMove> All => [.. (Moves ?? []).OfType<TrialMove>()];
}
