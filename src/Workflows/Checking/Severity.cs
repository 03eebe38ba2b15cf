namespace OfficeWorkflow.Workflows.Checking;

public enum Severity
{
    /// <summary>Worth a look; publishing goes on.</summary>
    Warning,

    /// <summary>Stands in the way of publishing.</summary>
    Error,
}
