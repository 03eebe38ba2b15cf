namespace OfficeWorkflow.Workflows.Timing;

/// <summary>The three timer definitions of BPMN: timeDate, timeDuration, timeCycle.</summary>
public enum TimerKind
{
    Date,
    Duration,
    Cycle,
}
