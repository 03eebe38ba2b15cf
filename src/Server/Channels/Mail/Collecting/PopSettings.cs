using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Channels.Mail.Wire;

namespace OfficeWorkflow.Server.Channels.Mail.Collecting;

/// <summary>A mailbox to read, and how.</summary>
public sealed record PopSettings(string Host, int Port, SmtpSecurity Security, string User, string Password)
{
    public string? TrustedAuthority { get; init; }

    /// <summary>Longest wait for one answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest wait for a whole mail.</summary>
    public TimeSpan MailPatience { get; init; } = TimeSpan.FromSeconds(60);

    internal MailEndpoint Endpoint => new(Host, Port, Security, TrustedAuthority, Patience, "995番なら「TLS」、110番なら「STARTTLS」");
}
