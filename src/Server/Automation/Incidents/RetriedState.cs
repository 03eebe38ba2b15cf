namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>How it stands with what was tried again, as the database has it now.</summary>
public enum RetriedState
{
    /// <summary>It goes on, or is no longer needed.</summary>
    GoesOn,

    /// <summary>It is to be performed; nobody knows yet.</summary>
    Waits,

    /// <summary>It still stands, or stands again.</summary>
    Stands,
}
