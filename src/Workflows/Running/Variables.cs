using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Where values are written.</summary>
internal static class Variables
{
    /// <summary>
    /// Each value goes to the nearest frame that knows its name, else to the case. Nothing leaves an instance of a loop:
    /// instances would overwrite one another.
    /// </summary>
    public static void Write(Step step, string scopeId, Value.Record values)
    {
        if (values.Fields.IsEmpty)
        {
            return;
        }

        if (step.State.Scope(scopeId).ParentId is null)
        {
            step.Record(new CaseEvent.VariablesSet(scopeId, values));
            return;
        }

        foreach (var home in values.Fields.GroupBy(field => Home(step, scopeId, field.Key), StringComparer.Ordinal))
        {
            step.Record(new CaseEvent.VariablesSet(home.Key, (Value.Record)Value.Of(home)));
        }
    }

    /// <summary>What an activity or event gave: all of it, or what its mapping takes of it.</summary>
    public static void WriteResult(Step step, string scopeId, Value.Record result, Mapping mapping) =>
        Write(step, scopeId, mapping.Outputs.IsEmpty ? result : Map(step, scopeId, mapping.Outputs.AsSpan(), result));

    public static Value.Record Map(Step step, string scopeId, ReadOnlySpan<Assignment> assignments, Value.Record? nearest = null)
    {
        var mapped = Value.Record.Empty;
        foreach (var assignment in assignments)
        {
            mapped = mapped.With(assignment.Target, Formulas.Evaluate(step, scopeId, assignment.Formula, nearest).Value);
        }

        return mapped;
    }

    /// <summary>Whether a frame holds what a compensation handler reads: what was known, and not what is.</summary>
    private static bool IsMemory(Step step, ScopeState scope) => step.Process.Node(step.State.Token(scope.TokenId!)!.NodeId) is EventNode;

    private static string Home(Step step, string scopeId, string name)
    {
        var scope = step.State.Scope(scopeId);
        while (scope.ParentId is not null && scope.Index is null && (!scope.Variables.Fields.ContainsKey(name) || IsMemory(step, scope)))
        {
            scope = step.State.Scope(scope.ParentId);
        }

        return scope.Id;
    }
}
