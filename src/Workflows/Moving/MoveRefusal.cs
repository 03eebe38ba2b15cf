namespace OfficeWorkflow.Workflows.Moving;

/// <summary>Why a case cannot be moved so.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="NodeId">Element or flow of the old version.</param>
/// <param name="Reason">In Japanese, with what to do next.</param>
public sealed record MoveRefusal(string Code, string NodeId, string Reason);
