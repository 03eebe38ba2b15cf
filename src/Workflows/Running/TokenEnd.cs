namespace OfficeWorkflow.Workflows.Running;

/// <summary>Why a token is gone.</summary>
public enum TokenEnd
{
    /// <summary>It came to an end.</summary>
    Ended,

    /// <summary>It went on in another token at a join.</summary>
    Joined,

    /// <summary>What it stood in was interrupted, terminated or cancelled.</summary>
    Cancelled,
}
