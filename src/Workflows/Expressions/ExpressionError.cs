namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>Why a text cannot be read.</summary>
/// <param name="Position">Index of the first wrong character, from 0.</param>
/// <param name="Sentence">What is wrong and what to write instead, in Japanese.</param>
public sealed record ExpressionError(int Position, string Sentence);
