namespace OfficeWorkflow.Workflows.Running;

/// <summary>Why a work item is closed.</summary>
public enum WorkEnd
{
    Finished,

    /// <summary>The procedure no longer needs it: interrupted, completion condition met, or scope ended.</summary>
    NotNeeded,

    /// <summary>The case was cancelled.</summary>
    Cancelled,

    /// <summary>It was sent back to an earlier step.</summary>
    SentBack,
}
