namespace OfficeWorkflow.Workflows.Model.Gateways;

/// <summary>One way goes on: the first whose condition holds.</summary>
public sealed class ExclusiveGateway : FlowNode;
