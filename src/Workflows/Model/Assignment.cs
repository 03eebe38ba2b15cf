namespace OfficeWorkflow.Workflows.Model;

/// <summary>A variable and the formula that gives it its value.</summary>
public sealed record Assignment(string Target, Formula Formula);
