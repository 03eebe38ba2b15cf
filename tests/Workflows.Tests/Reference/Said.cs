namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>Something that a rule of the reference makes happen. Things are told by their numbers in the marking.</summary>
/// <param name="Subject">To what it happens; -1 where it does not matter.</param>
/// <param name="New">What comes into being by it; -1 for nothing.</param>
internal sealed record Said(string Text, int Subject = -1, int New = -1);
