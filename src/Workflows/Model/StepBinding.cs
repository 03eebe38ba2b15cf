using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>What performs a task: a step type such as <c>Office.SendMail</c>, and what it is given.</summary>
public sealed record StepBinding(string Type, ImmutableArray<StepInput> Inputs)
{
    /// <summary>The step type of tasks that a person does.</summary>
    public const string Work = "Office.Work";

    public StepInput? Input(string name) => Inputs.FirstOrDefault(input => string.Equals(input.Name, name, StringComparison.Ordinal));
}
