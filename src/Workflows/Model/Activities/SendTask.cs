namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>Something leaves: through a step of the server, or as a message to another case.</summary>
public sealed class SendTask : Activity
{
    public StepBinding? Binding { get; init; }

    public MessageDefinition? Message { get; init; }
}
