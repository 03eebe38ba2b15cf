using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Model.Events;

/// <summary>An event on the edge of an activity.</summary>
public sealed class BoundaryEvent : EventNode
{
    public required Activity AttachedTo { get; init; }

    /// <summary>What undoes the activity, where this is a compensation event; tied to it by an association.</summary>
    public Activity? Handler { get; internal set; }

    /// <summary>Whether it ends the activity.</summary>
    public bool IsInterrupting { get; init; } = true;
}
