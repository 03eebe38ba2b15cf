using System.Collections.Frozen;
using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>What runs of one procedure: immutable, put together by the reader. The stored source is the .bpmn text, not this.</summary>
public sealed class Process
{
    private readonly FrozenDictionary<string, FlowNode> nodes;

    internal Process(string id, string name, Scope root, ImmutableArray<FlowNode> all, ImmutableArray<Lane> lanes)
    {
        Id = id;
        Name = name;
        Root = root;
        Nodes = all;
        Lanes = lanes;
        nodes = all.ToFrozenDictionary(static node => node.Id, StringComparer.Ordinal);
        MessageStarts = [.. StartsBy<Trigger.Message>()];
        TimerStarts = [.. StartsBy<Trigger.Timer>()];
        SignalStarts = [.. StartsBy<Trigger.Signal>()];
        HasInclusiveJoins = all.Any(static node => node is InclusiveGateway { Incoming.Length: > 1 });
        HasJoins = all.Any(static node => node is ParallelGateway or InclusiveGateway);
        Calls = [.. all.OfType<CallActivity>()];
    }

    public string Id { get; }

    public string Name { get; }

    public string Documentation { get; init; } = "";

    /// <summary>Form definitions that the procedure brings itself, by key; nothing here reads them.</summary>
    public ImmutableSortedDictionary<string, string> Forms { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Mail wordings that the procedure brings itself, by key; nothing here reads them.</summary>
    public ImmutableSortedDictionary<string, string> Wordings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public Scope Root { get; }

    /// <summary>Every node of every scope, by id.</summary>
    public ImmutableArray<FlowNode> Nodes { get; }

    public ImmutableArray<Lane> Lanes { get; }

    /// <summary>Start events of the process that a message hits; the name is in the trigger.</summary>
    public ImmutableArray<StartEvent> MessageStarts { get; }

    /// <summary>Start events of the process that a timer hits; the rule is in the trigger.</summary>
    public ImmutableArray<StartEvent> TimerStarts { get; }

    /// <summary>Start events of the process that a signal hits; the name is in the trigger.</summary>
    public ImmutableArray<StartEvent> SignalStarts { get; }

    /// <summary>Where other procedures are called.</summary>
    public ImmutableArray<CallActivity> Calls { get; }

    internal bool HasInclusiveJoins { get; }

    internal bool HasJoins { get; }

    public FlowNode Node(string id) => nodes[id];

    public FlowNode? Find(string id) => nodes.GetValueOrDefault(id);

    private IEnumerable<StartEvent> StartsBy<TTrigger>()
        where TTrigger : Trigger =>
        Root.Nodes.OfType<StartEvent>().Where(static start => start.Trigger is TTrigger);
}
