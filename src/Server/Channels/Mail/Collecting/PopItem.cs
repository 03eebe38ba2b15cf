namespace OfficeWorkflow.Server.Channels.Mail.Collecting;

/// <summary>One mail in a mailbox.</summary>
/// <param name="Number">Its number in this conversation only.</param>
/// <param name="Uid">Its name for as long as it lies there (RFC 1939, UIDL).</param>
internal sealed record PopItem(int Number, string Uid, long Octets);
