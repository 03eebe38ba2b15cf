namespace OfficeWorkflow.Workflows.Model.Events;

/// <summary>An intermediate event that waits.</summary>
public sealed class CatchEvent : EventNode;
