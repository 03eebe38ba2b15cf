using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>A part of the process with a frame of its own.</summary>
public sealed class SubProcess : Activity
{
    /// <summary>An event subprocess: no flow leads to it; its start waits as long as the frame around it runs.</summary>
    public bool IsEventTriggered { get; init; }

    /// <summary>An ad-hoc subprocess: what nothing leads to begins at once, and people do it in whichever order they like; null for any other.</summary>
    public AdHoc? AdHoc { get; init; }

    public Scope Inner { get; internal set; } = Scope.Nowhere;

    /// <summary>What begins at once in an ad-hoc subprocess: all that nothing leads to.</summary>
    internal IEnumerable<FlowNode> Firsts => Inner.Nodes.Where(static node =>
        node.Incoming.IsEmpty && node is not (BoundaryEvent or StartEvent or Activity { IsForCompensation: true } or SubProcess { IsEventTriggered: true }));
}
