namespace OfficeWorkflow.Workflows.Running;

/// <summary>Why a token is stuck.</summary>
/// <param name="Code">Stable kebab-case code.</param>
public sealed record Trouble(string Code, string Reason, Resume Resume);
