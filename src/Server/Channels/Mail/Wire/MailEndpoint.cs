using OfficeWorkflow.Server.Channels.Mail.Smtp;

namespace OfficeWorkflow.Server.Channels.Mail.Wire;

/// <summary>A mail server as the connection to it sees it.</summary>
/// <param name="TrustedAuthority">PEM file of the authority to trust instead of the machine's own; null for those.</param>
/// <param name="Patience">Longest wait for one answer.</param>
/// <param name="PortAdvice">Which port goes with which protection, for the sentence that is shown when they do not fit.</param>
internal sealed record MailEndpoint(string Host, int Port, SmtpSecurity Security, string? TrustedAuthority, TimeSpan Patience, string PortAdvice);
