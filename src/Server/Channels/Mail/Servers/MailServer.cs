using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Servers;

/// <summary>The mail server that an office entered itself; an office without one sends as the machine is configured.</summary>
public sealed class MailServer : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    public required string Host { get; set; }

    public required int Port { get; set; }

    public required SmtpSecurity Security { get; set; }

    public string? User { get; set; }

    /// <summary>The password under the server's own keys: a copy of the database does not know it.</summary>
    public string? ProtectedPassword { get; set; }

    /// <summary>How many mails it takes in a minute; null for as many as come.</summary>
    public int? PerMinute { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
