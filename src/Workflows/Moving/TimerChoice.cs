namespace OfficeWorkflow.Workflows.Moving;

/// <summary>What becomes of a timer that waits while its case is moved.</summary>
public enum TimerChoice
{
    /// <summary>It fires when it would have fired.</summary>
    Keep,

    /// <summary>It begins anew by what the new version says.</summary>
    StartAgain,
}
