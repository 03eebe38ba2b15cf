namespace OfficeWorkflow.Workflows.Model;

/// <summary>An element that is not run; kept so that the check can name it.</summary>
public sealed class UnknownNode : FlowNode
{
    /// <summary>Its BPMN name, such as <c>scriptTask</c>.</summary>
    public required string Element { get; init; }
}
