namespace OfficeWorkflow.Server.Channels.Mail.Bounces;

/// <summary>What a report says became of the mail (RFC 3464, 2.3.3).</summary>
public enum DeliveryOutcome
{
    Failed,

    /// <summary>Still being tried.</summary>
    Delayed,

    /// <summary>Delivered, or handed on.</summary>
    Done,
}
