namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>A file that goes with a mail.</summary>
public sealed record MailFile(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);
