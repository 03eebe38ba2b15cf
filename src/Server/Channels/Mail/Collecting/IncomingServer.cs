using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Collecting;

/// <summary>受信サーバー: the mailbox in which an office's answers and bounces arrive, read for it every few minutes.</summary>
public sealed class IncomingServer : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    public required string Host { get; set; }

    public required int Port { get; set; }

    public required SmtpSecurity Security { get; set; }

    public required string User { get; set; }

    /// <summary>The password under the server's own keys.</summary>
    public required string ProtectedPassword { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>When a node last began to read it.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>What was wrong at the last reading; null when it went well.</summary>
    public string? Trouble { get; set; }
}
