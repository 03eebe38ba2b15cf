namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>When an ad-hoc subprocess is done.</summary>
/// <param name="CompletionCondition">Evaluated whenever something in it is completed; null when all of it must be done.</param>
/// <param name="CancelsRemaining">Whether what still runs ends when the condition holds; else it is waited for and nothing new begins.</param>
public sealed record AdHoc(Formula? CompletionCondition, bool CancelsRemaining);
