using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>What differs between two versions of a procedure.</summary>
/// <param name="Differences">In the order in which the procedure runs, as near as a drawing has one.</param>
/// <param name="Moved">Ids of elements that are drawn elsewhere; this changes nothing of what happens.</param>
public sealed record Comparison(ImmutableArray<Difference> Differences, ImmutableArray<string> Moved)
{
    /// <summary>配置だけの変更.</summary>
    public bool IsLayoutOnly => Differences.IsEmpty && !Moved.IsEmpty;

    public bool IsSame => Differences.IsEmpty && Moved.IsEmpty;
}
