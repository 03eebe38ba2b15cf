using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>What a step is given: its inputs, evaluated on entry.</summary>
internal static class Bindings
{
    public static Value.Record Evaluate(Step step, Token token, StepBinding? binding)
    {
        var inputs = Value.Record.Empty;
        if (binding is null)
        {
            return inputs;
        }

        foreach (var input in binding.Inputs)
        {
            var value = input.Formula is { } formula ? Formulas.Evaluate(step, token.ScopeId, formula).Value : input.Constant;
            inputs = inputs.With(input.Name, value);
        }

        return inputs;
    }
}
