namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>Whether an element came, went, or is another way now.</summary>
public enum DifferenceKind
{
    Changed,
    Added,
    Removed,
}
