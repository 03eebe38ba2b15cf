using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail.Mime;
using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>
/// One mail to one recipient, written in the commit of what caused it and exactly as it is sent, but that secrets of guest links are left
/// out: they are put back on the way out.
/// </summary>
public sealed class SentMail : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public Guid? CaseId { get; init; }

    public required string Template { get; init; }

    /// <summary>0 for a wording that the procedure brought itself.</summary>
    public required int TemplateVersion { get; init; }

    public required string SenderName { get; init; }

    public required string SenderAddress { get; init; }

    public required string RecipientName { get; init; }

    /// <summary>As it was entered; null when there is none.</summary>
    public string? Address { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    /// <summary>REQUEST or CANCEL, when a calendar message goes with the mail.</summary>
    public string? CalendarMethod { get; init; }

    public string? CalendarText { get; init; }

    public required string MessageId { get; init; }

    /// <summary>The element of its case that the mail is about: once the case has left it, the mail has no reason any more.</summary>
    public string? UntilNodeId { get; init; }

    /// <summary>What it has an order with; null for a mail that has none.</summary>
    public string? OrderKey { get; init; }

    /// <summary>Its place in that order, kept for when it is sent again.</summary>
    public int OrderNumber { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>It leaves at any hour.</summary>
    public bool IsPrompt { get; set; }

    /// <summary>How the recipient is told.</summary>
    public ContactWay Way { get; init; }

    /// <summary>The FAX or telephone number, for a way that needs one.</summary>
    public string? Number { get; init; }

    public MailState State { get; set; }

    /// <summary>Who told the recipient by hand, as the name was then.</summary>
    public string? HandedByName { get; set; }

    /// <summary>The mail that went instead: to the corrected address, or with others in one.</summary>
    public Guid? ReplacedBy { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public CalendarPart? Calendar => CalendarMethod is { } method && CalendarText is { } text ? new CalendarPart(method, text) : null;

    public bool CanBeSentAgain => State is MailState.Maybe or MailState.Failed or MailState.Bounced;

    /// <summary>It opens a person's account: it is for the mailbox of that person, and nobody else sees or redirects it.</summary>
    public bool IsForAnAccount => Text.Contains(GuestToken.AccountPrefix, StringComparison.Ordinal);

    public bool CanGoElsewhere => !IsForAnAccount && State is MailState.Failed or MailState.Bounced or MailState.NoAddress or MailState.ToHand;

    public bool CanBeHandedOver => !IsForAnAccount && State is MailState.ToHand or MailState.NoAddress or MailState.Failed or MailState.Bounced;

    /// <param name="why">What its page says; null for the common sentence.</param>
    public void Withdraw(string? why)
    {
        State = MailState.Withdrawn;
        LastError = why;
    }

    /// <summary>The same text as a mail of its own to another address; a calendar message is for whoever has that address.</summary>
    public SentMail To(Mailbox recipient, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7();
        return new SentMail
        {
            Id = id,
            OfficeId = OfficeId,
            CaseId = CaseId,
            UntilNodeId = UntilNodeId,
            OrderKey = OrderKey,
            OrderNumber = OrderNumber,
            Template = Template,
            TemplateVersion = TemplateVersion,
            SenderName = SenderName,
            SenderAddress = SenderAddress,
            RecipientName = RecipientName,
            Address = recipient.Address,
            Subject = Subject,
            Text = Text,
            Html = Html,
            CalendarMethod = CalendarMethod,
            CalendarText = Address is { } before && CalendarText is { } text ? IcsText.Readdressed(text, before, recipient.Address) : CalendarText,
            MessageId = MailDraft.MessageIdOf(id, Mailbox.Of(SenderName, SenderAddress)!),
            IsPrompt = IsPrompt,
            WrittenAt = at,
        };
    }
}
