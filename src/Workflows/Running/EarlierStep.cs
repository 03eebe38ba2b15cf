namespace OfficeWorkflow.Workflows.Running;

/// <summary>A step that was done before the case began here, on paper or in another system.</summary>
/// <param name="On">The civil day on which it was done.</param>
/// <param name="Source">Where that is written, in a person's words.</param>
public sealed record EarlierStep(string NodeId, DateOnly On, string Source);
