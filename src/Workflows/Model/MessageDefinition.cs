namespace OfficeWorkflow.Workflows.Model;

/// <param name="Name">Empty where the model names no message.</param>
/// <param name="Key">Gives the correlation key; null where the name alone is enough.</param>
public sealed record MessageDefinition(string Name, Formula? Key);
