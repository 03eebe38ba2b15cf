using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking;

/// <summary>A place of a procedure where variables are read.</summary>
/// <param name="Element">The node or flow that it stands on.</param>
/// <param name="Use">What it is for, in Japanese.</param>
/// <param name="Text">As written.</param>
/// <param name="Names">The names that it reads, and where in the text each stands first.</param>
/// <param name="Formula">Null for a timer.</param>
internal sealed record VariableReading(string Element, string Use, string Text, ImmutableSortedDictionary<string, int> Names, Formula? Formula)
{
    /// <summary>Formulas, timers and the cells of decision tables; what cannot be read is left out.</summary>
    public static IEnumerable<VariableReading> AllOf(Process process) => [.. OfFormulas(process), .. OfTimers(process), .. OfCells(process)];

    private static IEnumerable<VariableReading> OfFormulas(Process process)
    {
        foreach (var (element, use, formula) in Formulas.Of(process))
        {
            if (formula.Expression is { } expression)
            {
                yield return new VariableReading(element, use, formula.Text, expression.Reads, formula);
            }
        }
    }

    private static IEnumerable<VariableReading> OfTimers(Process process)
    {
        foreach (var node in process.Nodes)
        {
            if (node is EventNode { Trigger: Trigger.Timer { Definition: { Spec: { } spec } timer } })
            {
                yield return new VariableReading(node.Id, $"「{node.Label}」のタイマー", timer.Text, spec.Reads, Formula: null);
            }
        }
    }

    private static IEnumerable<VariableReading> OfCells(Process process) =>
        from task in process.Nodes.OfType<BusinessRuleTask>()
        from rule in task.Table?.Rules ?? []
        from cell in rule.Tests
        let expression = cell.Formula?.Expression
        where expression is not null
        select new VariableReading(task.Id, $"「{task.Label}」の決定表の欄", cell.Text, Cell(cell, expression), cell.Formula);

    /// <summary>The value of its column is no variable.</summary>
    private static ImmutableSortedDictionary<string, int> Cell(DecisionTest cell, Expression expression) => expression.Reads
        .Remove(DecisionTest.Subject)
        .ToImmutableSortedDictionary(static read => read.Key, read => cell.PlaceOf(read.Value), StringComparer.Ordinal);
}
