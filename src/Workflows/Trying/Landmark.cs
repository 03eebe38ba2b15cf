namespace OfficeWorkflow.Workflows.Trying;

/// <summary>One thing of a trial run that matters to people: who gets what, when, and how it ends.</summary>
/// <param name="On">The day, by the office's clocks.</param>
/// <param name="NodeId">The element; the procedure's own key for an end.</param>
/// <param name="Name">What people call it; another name is no other landmark.</param>
public sealed record Landmark(DateOnly On, LandmarkKind Kind, string Procedure, string NodeId, string Name, string Detail)
{
    public bool IsSame(Landmark other) => this == other with { Name = Name };
}
