namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>Work that the server does.</summary>
public sealed class ServiceTask : Activity
{
    public StepBinding? Binding { get; init; }
}
