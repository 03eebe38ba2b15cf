namespace OfficeWorkflow.Server.Automation.Running.Messages;

public enum MessageState
{
    /// <summary>Nobody waits for it yet.</summary>
    Kept,

    /// <summary>Told to a case, or a case was started by it.</summary>
    Delivered,

    /// <summary>Nobody waited for it in time.</summary>
    Expired,

    /// <summary>Several cases wait for it; a person must say which.</summary>
    Ambiguous,
}
