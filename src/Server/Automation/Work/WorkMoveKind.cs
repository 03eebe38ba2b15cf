namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>How work changed hands.</summary>
public enum WorkMoveKind
{
    Claimed,
    Released,
    Reassigned,
}
