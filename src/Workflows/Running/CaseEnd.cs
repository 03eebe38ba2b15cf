namespace OfficeWorkflow.Workflows.Running;

/// <summary>How a case ended.</summary>
public enum CaseEnd
{
    Completed,

    /// <summary>A terminate end event of the process was reached.</summary>
    Terminated,

    /// <summary>A called case ended with an error that nobody in it caught.</summary>
    Failed,

    Cancelled,
}
