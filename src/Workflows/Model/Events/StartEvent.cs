namespace OfficeWorkflow.Workflows.Model.Events;

/// <summary>Where a token begins.</summary>
public sealed class StartEvent : EventNode
{
    /// <summary>In an event subprocess: whether it ends what else runs in the frame around.</summary>
    public bool IsInterrupting { get; init; } = true;
}
