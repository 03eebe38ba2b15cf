using OfficeWorkflow.Server.Channels.Calendar;

namespace OfficeWorkflow.Server.Channels.Mail.Mime;

/// <summary>All that one mail says to one recipient, before it is written as MIME.</summary>
/// <param name="Id">Id of the mail: however often it is tried, its Message-ID stays.</param>
/// <param name="Html">A whole document that shows what <paramref name="Text"/> says, without remote content.</param>
public sealed record MailDraft(Guid Id, Mailbox From, Mailbox To, string Subject, string Text, string Html, DateTimeOffset WrittenAt)
{
    public CalendarPart? Calendar { get; init; }

    public string MessageId => MessageIdOf(Id, From);

    public static string MessageIdOf(Guid id, Mailbox from) => $"<{id:n}@{from.Address[(from.Address.LastIndexOf('@') + 1)..]}>";
}
