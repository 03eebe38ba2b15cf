namespace OfficeWorkflow.Server.Automation.Running;

public enum TimerState
{
    Armed,

    Fired,

    /// <summary>Nobody needs it any more.</summary>
    Disarmed,
}
