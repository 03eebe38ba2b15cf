namespace OfficeWorkflow.Workflows.Running;

/// <summary>How a service call or a called case came out.</summary>
public enum CallEnd
{
    Done,
    Failed,

    /// <summary>Nobody needs it any more.</summary>
    Cancelled,
}
