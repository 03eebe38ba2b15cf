namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>The edge of the world at which mail leaves.</summary>
public abstract class MailTransport
{
    /// <summary>Whether mail leaves the house; when not, the product's own mail page is everyone's mailbox.</summary>
    public abstract bool Leaves { get; }

    /// <summary>Which mail server it is, for its pace; null where there is none.</summary>
    public virtual string? Server => null;

    /// <summary>How many mails that server takes in a minute; null for as many as come.</summary>
    public virtual int? PerMinute => null;

    /// <summary>Hands one mail over, once. A failing world is an answer, not an exception.</summary>
    /// <param name="aboutToHandOver">Called immediately before the step after which nobody can know whether the world has it.</param>
    public abstract Task<MailAnswer> SendAsync(OutgoingMail mail, Func<CancellationToken, Task> aboutToHandOver, CancellationToken stop);
}
