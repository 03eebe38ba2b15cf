using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running.Activities;

/// <summary>Reads a decision table; without one the task is only its mapping.</summary>
internal static class BusinessRuleBehavior
{
    public static void Run(Step step, Token token, BusinessRuleTask node)
    {
        if (node.Table is not { } table)
        {
            ActivityBehavior.Done(step, token, node, Value.Record.Empty);
            return;
        }

        var inputs = table.Inputs.Select(input => Formulas.Evaluate(step, token.ScopeId, input).Value).ToImmutableArray();
        var fitting = new List<DecisionRule>();
        foreach (var rule in table.Rules)
        {
            if (Fits(step, token, rule, inputs))
            {
                fitting.Add(rule);
            }
        }

        step.Record(new CaseEvent.RulesApplied(token.Id, node.Id, inputs, [.. fitting.Select(static rule => rule.Id)]));
        var results = fitting.ConvertAll(rule => Result(step, token, table, rule));
        if (Trouble(table, results) is { } trouble)
        {
            step.Stick(token, trouble.Code, $"「{node.Label}」の決定表: {trouble.Reason}", Resume.Run);
            return;
        }

        var result = table.Policy is DecisionTable.Collect ? Collected(table, results) : results[0];
        ActivityBehavior.Done(step, token, node, result);
    }

    private static bool Fits(Step step, Token token, DecisionRule rule, ImmutableArray<Value> inputs)
    {
        for (var index = 0; index < inputs.Length; index++)
        {
            if (rule.Tests[index].Formula is { } test
                && Formulas.Evaluate(step, token.ScopeId, test, Value.Record.Empty.With(DecisionTest.Subject, inputs[index])).Value is not Value.YesNo(true))
            {
                return false;
            }
        }

        return true;
    }

    private static Value.Record Result(Step step, Token token, DecisionTable table, DecisionRule rule)
    {
        var result = Value.Record.Empty;
        for (var index = 0; index < table.Outputs.Length; index++)
        {
            result = result.With(table.Outputs[index], Formulas.Evaluate(step, token.ScopeId, rule.Outputs[index]).Value);
        }

        return result;
    }

    private static (string Code, string Reason)? Trouble(DecisionTable table, List<Value.Record> results) => table.Policy switch
    {
        DecisionTable.Collect => null,
        _ when results.Count == 0 => ("no-rule-fits", "どの行にも当てはまりません。値を直してやり直すか、表に行を加えてください。"),
        DecisionTable.Unique when results.Count > 1 => ("several-rules-fit", "二つ以上の行に当てはまります。表を直してください。"),
        DecisionTable.Any when results.Exists(result => !result.Equals(results[0])) => ("rules-disagree", "当てはまる行の答えが食い違います。表を直してください。"),
        _ => null,
    };

    private static Value.Record Collected(DecisionTable table, List<Value.Record> results)
    {
        var collected = Value.Record.Empty;
        foreach (var output in table.Outputs)
        {
            collected = collected.With(output, Value.Of(results.Select(result => result[output])));
        }

        return collected;
    }
}
