namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>Work that a person does outside and ticks off.</summary>
public sealed class ManualTask : Activity
{
    public StepBinding? Binding { get; init; }
}
