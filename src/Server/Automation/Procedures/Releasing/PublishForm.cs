namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>What is typed on the page that publishes.</summary>
public sealed record PublishForm(string? Note, string? StartsOn);
