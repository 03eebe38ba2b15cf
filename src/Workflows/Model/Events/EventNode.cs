namespace OfficeWorkflow.Workflows.Model.Events;

public abstract class EventNode : FlowNode
{
    public Trigger Trigger { get; internal set; } = new Trigger.Blank();

    public Mapping Mapping { get; internal set; } = Mapping.None;
}
