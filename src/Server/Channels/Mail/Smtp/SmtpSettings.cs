using OfficeWorkflow.Server.Channels.Mail.Wire;

namespace OfficeWorkflow.Server.Channels.Mail.Smtp;

/// <summary>Where mail is handed over, and how.</summary>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security)
{
    public string? User { get; init; }

    /// <summary>Password, or the bearer token when <see cref="UsesToken"/>.</summary>
    public string? Password { get; init; }

    /// <summary>The password is an OAuth 2 access token (XOAUTH2).</summary>
    public bool UsesToken { get; init; }

    /// <summary>How many mails the server takes in a minute; null for as many as come.</summary>
    public int? PerMinute { get; init; }

    /// <summary>PEM file of the authority to trust beside the machine's own, for a server inside the house.</summary>
    public string? TrustedAuthority { get; init; }

    /// <summary>Longest wait for one answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest wait after the last dot, where giving up leaves everyone in doubt; less than an outbox entry's lease.</summary>
    public TimeSpan LastPatience { get; init; } = TimeSpan.FromSeconds(40);

    internal MailEndpoint Endpoint => new(Host, Port, Security, TrustedAuthority, Patience, "465番なら「TLS」、587番なら「STARTTLS」");
}
