namespace OfficeWorkflow.Server.Automation.Cases.Future;

/// <summary>A moment that a case waits for.</summary>
/// <param name="Id">Of its row.</param>
/// <param name="Part">Name of the called procedure that waits, or null for the case itself.</param>
public sealed record FutureTimer(Guid Id, Guid CaseId, string Label, DateTimeOffset DueAt, string? Part, bool Repeats);
