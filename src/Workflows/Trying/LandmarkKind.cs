namespace OfficeWorkflow.Workflows.Trying;

/// <summary>What kind of thing a landmark is.</summary>
public enum LandmarkKind
{
    /// <summary>A work item opened; the detail is its role.</summary>
    Work,

    /// <summary>A work item was no longer needed.</summary>
    NotNeeded,

    /// <summary>A service was asked for; the detail is its type and, of a mail, its wording.</summary>
    Service,

    /// <summary>Another procedure was called.</summary>
    Call,

    /// <summary>A message left; the detail is its name.</summary>
    Message,

    /// <summary>A token is stuck; the detail is the code.</summary>
    Stuck,

    /// <summary>A case ended; the detail says how.</summary>
    Ended,
}
