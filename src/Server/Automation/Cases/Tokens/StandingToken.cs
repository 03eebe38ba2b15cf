namespace OfficeWorkflow.Server.Automation.Cases.Tokens;

/// <summary>A place of a case from which a person who leads can put it elsewhere.</summary>
/// <param name="Part">Procedure of a called case; null for the case itself.</param>
public sealed record StandingToken(Guid CaseId, string Id, string Label, string? Part);
