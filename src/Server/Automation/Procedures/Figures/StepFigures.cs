using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Server.Automation.Procedures.Figures;

/// <summary>How one step of a procedure runs.</summary>
/// <param name="Cases">Open cases that stand here now.</param>
/// <param name="Overdue">Open work of this step that is late now.</param>
/// <param name="Finished">Work of this step finished in the month.</param>
/// <param name="Median">How long half of that took at most, from its opening to its end; null when there was none.</param>
public sealed record StepFigures(string NodeId, string Name, string? Role, int Cases, int Overdue, int Finished, TimeSpan? Median)
{
    /// <summary>The step is in the drawing that is shown, not only in another version.</summary>
    public bool IsDrawn { get; init; } = true;

    public bool IsEmpty => Cases + Overdue + Finished == 0;

    /// <summary>A case that stands at a step; one that stands there several times is one case.</summary>
    public readonly record struct Standing(Guid CaseId, string NodeId, string Name);

    /// <summary>Work that was finished.</summary>
    public readonly record struct Done(string NodeId, string Name, DateTimeOffset OpenedAt, DateTimeOffset EndedAt);

    /// <summary>
    /// The steps of a drawing as a case comes to them, each task of a person and whatever else something stands at; then the steps that only other
    /// versions have.
    /// </summary>
    /// <param name="late">Ids of the steps whose open work is late, once for each piece of work.</param>
    public static IReadOnlyList<StepFigures> Of(
        Process drawn, IReadOnlyCollection<Standing> standing, IEnumerable<string> late, IReadOnlyCollection<Done> done)
    {
        var cases = standing.GroupBy(static one => one.NodeId, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Select(static one => one.CaseId).Distinct().Count(), StringComparer.Ordinal);
        var overdue = late.CountBy(static id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var lengths = done.ToLookup(static one => one.NodeId, static one => one.EndedAt - one.OpenedAt, StringComparer.Ordinal);
        var gone = standing.Select(static one => (one.NodeId, one.Name)).Concat(done.Select(static one => (one.NodeId, one.Name)))
            .Where(one => drawn.Find(one.NodeId) is null)
            .DistinctBy(static one => one.NodeId, StringComparer.Ordinal)
            .OrderBy(static one => one.NodeId, StringComparer.Ordinal)
            .Select(one => Step(one.NodeId, one.Name, role: null) with { IsDrawn = false });
        return
        [
            .. drawn.Root.InOrder().Select(node => (Node: node, Step: Step(node.Id, node.Label, node.Role)))
                .Where(static one => one.Node is UserTask or ManualTask || !one.Step.IsEmpty)
                .Select(static one => one.Step),
            .. gone,
        ];

        StepFigures Step(string id, string name, string? role)
        {
            var took = lengths[id].ToList();
            return new StepFigures(id, name, role, cases.GetValueOrDefault(id), overdue.GetValueOrDefault(id), took.Count, MedianOf(took));
        }
    }

    /// <summary>The middle one; of an even number, half way between the two in the middle.</summary>
    internal static TimeSpan? MedianOf(List<TimeSpan> lengths)
    {
        if (lengths.Count == 0)
        {
            return null;
        }

        lengths.Sort();
        var (below, above) = (lengths[(lengths.Count - 1) / 2], lengths[lengths.Count / 2]);
        return below + ((above - below) / 2);
    }
}
