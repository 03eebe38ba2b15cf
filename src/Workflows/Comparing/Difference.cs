namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>One thing that differs between two versions of a procedure.</summary>
/// <param name="ElementId">The element that it is about; the procedure's own id for its name and description.</param>
/// <param name="Property">Stable code of what differs: <c>timer</c>, <c>role</c>, <c>input:form</c> …; <c>element</c> where the whole of it came or went.</param>
/// <param name="Before">In words; null where there was nothing.</param>
/// <param name="After">In words; null where there is nothing any more.</param>
/// <param name="Sentence">All of it in Japanese: 「催促：3営業日後 → 5営業日後」.</param>
public sealed record Difference(string ElementId, DifferenceKind Kind, string Property, string? Before, string? After, string Sentence);
