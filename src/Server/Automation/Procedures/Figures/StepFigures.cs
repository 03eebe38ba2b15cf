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

    /// <summary>
    /// The steps of a drawing as a case comes to them, each task of a person and whatever else something stands at; then the steps that only other
    /// versions have.
    /// </summary>
    public static IReadOnlyList<StepFigures> Of(Process drawn, Tally tally) =>
    [
        .. drawn.Root.InOrder().Select(node => (Node: node, Step: tally.Figures(node.Id, node.Label, node.Role)))
            .Where(static one => one.Node is UserTask or ManualTask || !one.Step.IsEmpty)
            .Select(static one => one.Step),
        .. tally.Steps.Where(one => drawn.Find(one.NodeId) is null).Select(one => tally.Figures(one.NodeId, one.Name, role: null) with { IsDrawn = false }),
    ];
}
