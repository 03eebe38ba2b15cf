namespace OfficeWorkflow.Server.Channels.Mail.Wire;

/// <summary>The conversation cannot go on: the other side broke it, or does not do what we insist on. Whoever talks to the server catches it.</summary>
public sealed class MailTroubleException : Exception
{
    public MailTroubleException()
    {
    }

    public MailTroubleException(string? message)
        : base(message)
    {
    }

    public MailTroubleException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
