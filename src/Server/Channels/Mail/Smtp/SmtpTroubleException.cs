namespace OfficeWorkflow.Server.Channels.Mail.Smtp;

/// <summary>The conversation cannot go on: the other side broke it, or does not do what we insist on. Never leaves this folder.</summary>
public sealed class SmtpTroubleException : Exception
{
    public SmtpTroubleException()
    {
    }

    public SmtpTroubleException(string? message)
        : base(message)
    {
    }

    public SmtpTroubleException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
