namespace OfficeWorkflow.Server.Automation.Incidents;

public enum IncidentKind
{
    /// <summary>A token cannot go on.</summary>
    StuckToken,

    /// <summary>Something that should leave could not be performed.</summary>
    Outbox,

    /// <summary>Something may have left, and nobody knows.</summary>
    MaybeSent,

    /// <summary>A case could not be told what another one caused.</summary>
    Inbox,

    /// <summary>A timer came due and its case could not be told.</summary>
    Timer,

    /// <summary>A message for which several cases wait.</summary>
    Message,
}
