namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>Work that a person does with a form.</summary>
public sealed class UserTask : Activity
{
    public StepBinding? Binding { get; init; }
}
