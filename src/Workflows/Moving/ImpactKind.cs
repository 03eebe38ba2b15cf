namespace OfficeWorkflow.Workflows.Moving;

/// <summary>What a new version would mean for one running case.</summary>
public enum ImpactKind
{
    /// <summary>Nothing that differs lies before it.</summary>
    Unaffected,

    /// <summary>It can be moved as it stands.</summary>
    Moves,

    /// <summary>It can be moved when somebody has said how.</summary>
    NeedsChoice,

    /// <summary>It stays on its version.</summary>
    Impossible,
}
