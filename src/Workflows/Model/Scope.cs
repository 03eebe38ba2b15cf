using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>What is drawn inside one frame: the process itself or a subprocess.</summary>
public sealed class Scope
{
    internal static Scope Nowhere { get; } = new();

    /// <summary>The subprocess whose inside this is; null for the process.</summary>
    public SubProcess? Owner { get; internal set; }

    /// <summary>By id.</summary>
    public ImmutableArray<FlowNode> Nodes { get; internal set; } = [];

    /// <summary>By id.</summary>
    public ImmutableArray<SequenceFlow> Flows { get; internal set; } = [];

    /// <summary>The starts of the event subprocesses drawn in it, by id of the start.</summary>
    public ImmutableArray<StartEvent> Handlers { get; internal set; } = [];

    /// <summary>The start event without a trigger, where a token begins when nothing else is said.</summary>
    public StartEvent? BlankStart { get; internal set; }
}
