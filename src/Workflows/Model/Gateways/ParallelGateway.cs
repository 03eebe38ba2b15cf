namespace OfficeWorkflow.Workflows.Model.Gateways;

/// <summary>All ways go on; all ways are waited for.</summary>
public sealed class ParallelGateway : FlowNode;
