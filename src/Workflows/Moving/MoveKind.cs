namespace OfficeWorkflow.Workflows.Moving;

/// <summary>What becomes of one thing of a case.</summary>
public enum MoveKind
{
    /// <summary>What is under way goes on at the new element.</summary>
    GoesOn,

    TimerKept,

    TimerStartsAgain,

    /// <summary>It was waited for and is no more.</summary>
    NoLongerAwaited,

    /// <summary>The new version waits for it too.</summary>
    NowAwaited,

    /// <summary>It was completed and can no longer be undone.</summary>
    NoLongerUndone,
}
