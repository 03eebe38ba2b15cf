using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>Something a token can stand on. The links to flows and scope are set once, when the process is put together.</summary>
public abstract class FlowNode
{
    public required string Id { get; init; }

    public string Name { get; internal set; } = "";

    public string Documentation { get; internal set; } = "";

    /// <summary>What people call it: the label, or the id where nobody gave it one.</summary>
    public string Label => Name.Length > 0 ? Name : Id;

    /// <summary>Id of the default flow as written; whether it leaves here is for the check to say.</summary>
    public string? Default { get; internal set; }

    /// <summary>Key of the lane's role; what lies in a subprocess has the subprocess's; null in no lane.</summary>
    public string? Role { get; internal set; }

    public Scope Scope { get; internal set; } = Scope.Nowhere;

    public ImmutableArray<SequenceFlow> Incoming { get; internal set; } = [];

    /// <summary>In the order in which they are tried: the order somebody gave them, else by id.</summary>
    public ImmutableArray<SequenceFlow> Outgoing { get; internal set; } = [];

    public override string ToString() => $"{GetType().Name} {Id}";
}
