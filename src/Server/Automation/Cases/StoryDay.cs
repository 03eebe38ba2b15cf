namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>A day of a case's story, in Tokyo.</summary>
public sealed record StoryDay(DateOnly On, IReadOnlyList<StoryStep> Steps);
