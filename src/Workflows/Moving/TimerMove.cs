namespace OfficeWorkflow.Workflows.Moving;

/// <summary>What a move means for one timer of a case.</summary>
/// <param name="From">Its element in the old version; null for a timer that only the new version has.</param>
/// <param name="To">Its element in the new version; null for a timer that is no longer waited for.</param>
/// <param name="KeptAt">When it fires as it is; null for a new one.</param>
/// <param name="NewAt">When it fires by what the new version says, counted from the move; null where it cannot be told or is gone.</param>
/// <param name="IsOpen">Whether somebody must choose between the two.</param>
public sealed record TimerMove(string? From, string? To, DateTimeOffset? KeptAt, DateTimeOffset? NewAt, bool IsOpen);
