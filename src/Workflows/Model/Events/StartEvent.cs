namespace OfficeWorkflow.Workflows.Model.Events;

/// <summary>Where a token begins.</summary>
public sealed class StartEvent : EventNode;
