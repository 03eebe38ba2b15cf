namespace OfficeWorkflow.Server.Automation.Incidents;

/// <param name="Id">Of the incident that was tried again.</param>
/// <param name="Open">The incident that stands now: itself or the one that came of the attempt; null where none does.</param>
/// <param name="Reason">Why it stands, or why it was not tried; else null.</param>
public sealed record RetriedIncident(Guid Id, string What, Guid? CaseId, string? Procedure, string? Subject, RetriedState State, Guid? Open, string? Reason);
