using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>Something that is done and takes its time.</summary>
public abstract class Activity : FlowNode
{
    public Mapping Mapping { get; init; } = Mapping.None;

    /// <summary>Done once for each item of a collection, where set.</summary>
    public MultiInstance? Loop { get; init; }

    /// <summary>By id.</summary>
    public ImmutableArray<BoundaryEvent> Boundaries { get; internal set; } = [];

    /// <summary>BPMN elements in it that are not run, by name.</summary>
    public ImmutableArray<string> Unknown { get; init; } = [];
}
