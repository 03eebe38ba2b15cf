namespace OfficeWorkflow.Workflows.Model;

/// <summary>One thing a step is given: a constant, or a formula evaluated on entry.</summary>
public sealed record StepInput(string Name, Value Constant, Formula? Formula);
