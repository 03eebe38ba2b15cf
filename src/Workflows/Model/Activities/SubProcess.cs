namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>A part of the process with a frame of its own.</summary>
public sealed class SubProcess : Activity
{
    /// <summary>An event subprocess: no flow leads to it; its start waits as long as the frame around it runs.</summary>
    public bool IsEventTriggered { get; init; }

    public Scope Inner { get; internal set; } = Scope.Nowhere;
}
