namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>To be sent, or tried again.</summary>
    Waiting,

    Sent,

    /// <summary>It may have left and nobody knows: a person decides whether to send it again.</summary>
    Maybe,

    Failed,

    /// <summary>The recipient has no address that mail can reach: letter, FAX or telephone.</summary>
    NoAddress,

    /// <summary>Its reason was gone before it left: answered, or the case cancelled.</summary>
    Withdrawn,
}
