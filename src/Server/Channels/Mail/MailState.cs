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

    /// <summary>It left, and a mail server reported that it could not be delivered.</summary>
    Bounced,

    /// <summary>The recipient has no address that mail can reach: letter, FAX or telephone.</summary>
    NoAddress,

    /// <summary>To be told by FAX, letter or telephone, as the recipient wants it.</summary>
    ToHand,

    /// <summary>Told by FAX, letter or telephone.</summary>
    Handed,

    /// <summary>Waits for the one mail a day that the recipient asked for.</summary>
    Collected,

    /// <summary>Went out as part of one mail.</summary>
    Gathered,

    /// <summary>Its reason was gone before it left: answered, or the case cancelled; or a person took it back.</summary>
    Withdrawn,

    /// <summary>It did not arrive, and was sent once more to a corrected address.</summary>
    Replaced,
}
