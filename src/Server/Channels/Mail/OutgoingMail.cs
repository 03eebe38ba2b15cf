namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>A composed mail in its envelope: one sender, one recipient.</summary>
/// <param name="From">Address of the sender.</param>
/// <param name="To">Address of the recipient.</param>
/// <param name="MessageId">As in the header, angle brackets included.</param>
/// <param name="Bytes">The message, RFC 5322 with CRLF.</param>
public sealed record OutgoingMail(string From, string To, string MessageId, ReadOnlyMemory<byte> Bytes);
