namespace OfficeWorkflow.Workflows.Model.Events;

public abstract class EventNode : FlowNode
{
    public Trigger Trigger { get; init; } = new Trigger.Blank();

    public Mapping Mapping { get; init; } = Mapping.None;
}
