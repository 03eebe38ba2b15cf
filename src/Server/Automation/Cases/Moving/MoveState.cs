namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>Where one case of a batch stands.</summary>
public enum MoveState
{
    Waiting,
    Moved,

    /// <summary>It stays on its version; the reason is with it.</summary>
    Refused,

    /// <summary>Nobody wants it any more, or there is nothing to move.</summary>
    Withdrawn,
}
