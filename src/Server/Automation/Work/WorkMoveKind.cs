namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>How work changed hands, or what about it was arranged anew.</summary>
public enum WorkMoveKind
{
    Claimed,
    Released,
    Reassigned,

    /// <summary>準備を頼んだ: another prepares it, it stays the owner's.</summary>
    Delegated,

    /// <summary>Prepared, and back with its owner.</summary>
    HandedBack,

    /// <summary>The owner took it back unprepared.</summary>
    TakenBack,
    DueChanged,
    PriorityChanged,
}
