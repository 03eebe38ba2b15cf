namespace OfficeWorkflow.Server.Outbox;

public enum OutboxState
{
    /// <summary>To be performed, or tried again.</summary>
    Waiting,

    /// <summary>It is leaving the process at this moment; who dies now leaves a maybe.</summary>
    Sending,

    Done,

    /// <summary>It may have left: the process died between the world's yes and our mark. Never sent again by itself.</summary>
    MaybeSent,

    /// <summary>Will not be tried again by itself.</summary>
    Failed,

    /// <summary>Ready, but a person has stopped what is of its kind until further notice.</summary>
    Held,

    /// <summary>No longer needed before it was performed.</summary>
    Cancelled,
}
