namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>Something that the engine says happened, in the reference's words.</summary>
/// <param name="Subject">The engine's id of the token, frame or wait that it happened to.</param>
/// <param name="Id">The engine's id of what came into being by it.</param>
internal sealed record Fact(string Text, string? Subject = null, string? Id = null);
