namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>What is to be published, and in whose words.</summary>
/// <param name="StartsOn">First day on which new cases use it.</param>
/// <param name="By">Null for what the product ships.</param>
public sealed record Publication(Guid OfficeId, string Source, string Note, DateOnly StartsOn, Guid? By);
