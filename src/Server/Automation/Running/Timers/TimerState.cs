namespace OfficeWorkflow.Server.Automation.Running.Timers;

public enum TimerState
{
    Armed,

    Fired,

    /// <summary>Nobody needs it any more.</summary>
    Disarmed,
}
