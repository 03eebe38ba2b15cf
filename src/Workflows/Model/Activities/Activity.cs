using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>Something that is done and takes its time.</summary>
public abstract class Activity : FlowNode
{
    public Mapping Mapping { get; internal set; } = Mapping.None;

    /// <summary>Done once for each item of a collection, where set.</summary>
    public MultiInstance? Loop { get; internal set; }

    /// <summary>Done again while a condition holds, where set.</summary>
    public StandardLoop? Repeat { get; internal set; }

    /// <summary>By id.</summary>
    public ImmutableArray<BoundaryEvent> Boundaries { get; internal set; } = [];

    /// <summary>It is no part of the normal flow: it undoes another activity.</summary>
    public bool IsForCompensation { get; internal set; }

    /// <summary>The event on its edge that undoes it when it has been completed.</summary>
    public BoundaryEvent? Undo => Boundaries.FirstOrDefault(static boundary => boundary is { Trigger: Trigger.Compensation, Handler: not null });

    /// <summary>BPMN elements in it that are not run, by name.</summary>
    public ImmutableArray<string> Unknown { get; internal set; } = [];
}
