using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Evaluates the model's formulas with the variables that a token sees.</summary>
internal static class Formulas
{
    /// <param name="nearest">Values that come before the variables: a result, a message, counters of a loop.</param>
    public static Evaluation Evaluate(Step step, string scopeId, Formula formula, Value.Record? nearest = null) =>
        formula.Expression is { } expression
            ? expression.Evaluate(name => Find(step, scopeId, name, nearest), step.Moment)
            : new Evaluation(Value.None, [formula.Error!.Sentence]);

    /// <summary>The variables that a formula reads, as it sees them now.</summary>
    public static Value.Record Seen(Step step, string scopeId, Formula formula, Value.Record? nearest = null)
    {
        var seen = Value.Record.Empty;
        if (formula.Expression is null)
        {
            return seen;
        }

        foreach (var name in formula.Expression.Names)
        {
            if (Find(step, scopeId, name, nearest) is { } value)
            {
                seen = seen.With(name, value);
            }
        }

        return seen;
    }

    public static Value? Find(Step step, string scopeId, string name, Value.Record? nearest = null)
    {
        if (nearest is not null && nearest.Fields.TryGetValue(name, out var near))
        {
            return near;
        }

        var scope = step.State.Scope(scopeId);
        while (true)
        {
            if (scope.Variables.Fields.TryGetValue(name, out var value))
            {
                return value;
            }

            if (scope.ParentId is null)
            {
                return null;
            }

            scope = step.State.Scope(scope.ParentId);
        }
    }
}
