namespace OfficeWorkflow.Workflows.Ladders;

/// <summary>Whom a rung tells by mail: everybody who has a role.</summary>
/// <param name="StepId">The sending step.</param>
public sealed record Told(string StepId, string StepName, string Role);
