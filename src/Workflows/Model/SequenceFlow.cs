namespace OfficeWorkflow.Workflows.Model;

public sealed class SequenceFlow
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    public required FlowNode Source { get; init; }

    public required FlowNode Target { get; init; }

    public Formula? Condition { get; init; }

    /// <summary>The flow that is taken when no condition holds.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Place among the flows of its source, given in the designer; null where nobody gave one.</summary>
    public int? Order { get; init; }

    public override string ToString() => $"SequenceFlow {Id}";

    /// <summary>Given order first, then the id: never the order of the document.</summary>
    internal static int ByOrder(SequenceFlow left, SequenceFlow right)
    {
        var byOrder = (left.Order ?? int.MaxValue).CompareTo(right.Order ?? int.MaxValue);

        return byOrder != 0 ? byOrder : string.CompareOrdinal(left.Id, right.Id);
    }
}
