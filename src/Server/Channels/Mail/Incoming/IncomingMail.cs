namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>A mail that came in, taken apart. Nothing in it is believed: whoever takes it checks it against what was sent.</summary>
/// <param name="FromAddress">As the header says, which anyone can write; empty where there is none.</param>
/// <param name="Recipients">Addresses of To, Cc and Delivered-To.</param>
/// <param name="Parts">The leaves, in the order of the mail.</param>
/// <param name="Fingerprint">SHA-256 of the bytes, in lower-case hex: the same file twice is one mail.</param>
public sealed record IncomingMail(
    string FromAddress,
    IReadOnlyList<string> Recipients,
    string Subject,
    string MessageId,
    IReadOnlyList<IncomingPart> Parts,
    string Fingerprint)
{
    /// <summary>Null where the mail has no such part.</summary>
    public IncomingPart? Part(string kind) => Parts.FirstOrDefault(part => part.Is(kind));
}
