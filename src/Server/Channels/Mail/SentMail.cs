using OfficeWorkflow.Server.Channels.Calendar;
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

    public required DateTimeOffset WrittenAt { get; init; }

    public MailState State { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public CalendarPart? Calendar => CalendarMethod is { } method && CalendarText is { } text ? new CalendarPart(method, text) : null;

    public bool CanBeSentAgain => State is MailState.Maybe or MailState.Failed;
}
