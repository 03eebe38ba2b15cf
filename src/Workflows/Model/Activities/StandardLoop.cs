namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>An activity is done again and again while a condition holds.</summary>
/// <param name="IsTestedBefore">Whether it may be done not even once.</param>
/// <param name="Maximum">How often at most; null for no limit.</param>
/// <param name="Condition">Sees <c>loopCounter</c>, how often it has been done.</param>
public sealed record StandardLoop(bool IsTestedBefore, int? Maximum, Formula? Condition);
