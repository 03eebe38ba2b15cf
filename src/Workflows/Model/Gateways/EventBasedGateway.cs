namespace OfficeWorkflow.Workflows.Model.Gateways;

/// <summary>The first event that happens decides the way.</summary>
public sealed class EventBasedGateway : FlowNode;
