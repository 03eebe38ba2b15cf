namespace OfficeWorkflow.Workflows.Model.Events;

/// <summary>Where a token ends, and what happens there.</summary>
public sealed class EndEvent : EventNode;
