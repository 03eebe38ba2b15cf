using System.Collections.Immutable;
using OfficeWorkflow.Server.Channels.Calendar;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>All that one mail says to one recipient, before it is written as MIME.</summary>
/// <param name="EntryId">Id of the mail: the same attempt or the next, its Message-ID stays.</param>
/// <param name="Html">A whole document that shows what <paramref name="Text"/> says, without remote content.</param>
public sealed record MailDraft(Guid EntryId, Mailbox From, Mailbox To, string Subject, string Text, string Html, DateTimeOffset WrittenAt)
{
    /// <summary>Where answers go when not to the sender.</summary>
    public Mailbox? ReplyTo { get; init; }

    public Invitation? Invitation { get; init; }

    public ImmutableArray<MailFile> Files { get; init; } = [];

    public string MessageId => $"<{EntryId:n}@{From.Address[(From.Address.LastIndexOf('@') + 1)..]}>";
}
