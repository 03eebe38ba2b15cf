namespace OfficeWorkflow.Workflows.Importing;

/// <summary>What becomes of a part of a file that is taken in.</summary>
public enum Treatment
{
    /// <summary>It stands there as it came, and runs or is shown.</summary>
    Kept,

    /// <summary>It stands there another way than it came.</summary>
    Changed,

    /// <summary>It is not run: it must be drawn anew before the procedure can be published.</summary>
    Refused,
}
