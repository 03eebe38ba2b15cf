namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>What is typed on the page that publishes.</summary>
/// <param name="Read">Mark of the draft that the page showed.</param>
public sealed record PublishForm(string? Note, string? StartsOn, string? Read);
