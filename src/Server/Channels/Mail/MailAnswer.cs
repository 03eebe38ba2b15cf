namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>What became of one attempt to send one mail to one recipient.</summary>
public abstract record MailAnswer
{
    private MailAnswer()
    {
    }

    /// <summary>Someone else answers for the mail now.</summary>
    public sealed record Accepted(string Reply) : MailAnswer;

    /// <summary>Surely not taken, and may be tried again: nobody reached, or asked to come later.</summary>
    /// <param name="IsOfServer">The server was out of reach or does not talk with us: it is the same for every mail, not for this one.</param>
    public sealed record Later(string Reason, bool IsOfServer = false) : MailAnswer;

    /// <summary>Surely not taken, and will not be: the recipient or the content was refused.</summary>
    public sealed record Refused(string Reason) : MailAnswer;

    /// <summary>All of it was handed over, and no answer came: it may have left. A person decides whether to send it again.</summary>
    public sealed record MaybeAccepted(string Reason) : MailAnswer;
}
