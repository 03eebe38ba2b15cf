namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>Waits for a message.</summary>
public sealed class ReceiveTask : Activity
{
    public MessageDefinition Message { get; init; } = new("", null);
}
