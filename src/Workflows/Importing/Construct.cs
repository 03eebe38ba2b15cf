namespace OfficeWorkflow.Workflows.Importing;

/// <summary>One part of a file that is to be taken in, and what becomes of it.</summary>
/// <param name="ElementId">Null where it stands for several.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Sentence">What becomes of it, in Japanese.</param>
public sealed record Construct(Treatment Treatment, string? ElementId, string What, string Sentence);
