using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Model.Events;

/// <summary>An event on the edge of an activity.</summary>
public sealed class BoundaryEvent : EventNode
{
    public required Activity AttachedTo { get; init; }

    /// <summary>Whether it ends the activity.</summary>
    public bool IsInterrupting { get; init; } = true;
}
