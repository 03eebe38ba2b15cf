namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>What kind of processes are made up.</summary>
/// <param name="Size">How many blocks at most.</param>
/// <param name="IsWild">Whether forks and joins may be of different kinds, and branches cross.</param>
/// <param name="Kinds">The blocks that may be used; null for all.</param>
internal sealed record Style(int Size, bool IsWild, string[]? Kinds = null);
