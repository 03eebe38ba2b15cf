namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>A part of the process with a frame of its own.</summary>
public sealed class SubProcess : Activity
{
    public Scope Inner { get; internal set; } = Scope.Nowhere;
}
