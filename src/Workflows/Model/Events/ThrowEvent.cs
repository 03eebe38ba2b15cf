namespace OfficeWorkflow.Workflows.Model.Events;

/// <summary>An intermediate event that tells and goes on.</summary>
public sealed class ThrowEvent : EventNode;
