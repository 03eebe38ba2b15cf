namespace OfficeWorkflow.Workflows.Trying;

/// <summary>Something open in a trial run, named so that it is found again on a changed procedure.</summary>
/// <param name="Nth">Which of those that are open at the element, from 0, in the order in which they opened.</param>
public sealed record TrialPlace(string Procedure, string NodeId, int Nth = 0);
