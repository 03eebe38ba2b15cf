using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>A mail to be written and sent after the commit.</summary>
/// <param name="Template">Key of the wording.</param>
/// <param name="Address">The recipient's address, or null when there is none: the mail is kept and shown as not to be sent.</param>
/// <param name="Data">What is filled in, beside <see cref="Postbox.CommonNames"/>.</param>
public sealed record MailOrder(Guid OfficeId, string Template, string RecipientName, string? Address, Value.Record Data)
{
    public Guid? CaseId { get; init; }

    /// <summary>The element of the case that the mail is about; null for a mail that is sent whatever happens in its case.</summary>
    public string? UntilNodeId { get; init; }

    /// <summary>A wording of its own; null for the one that the office uses under the key.</summary>
    public MailWording? Wording { get; init; }

    /// <summary>Somebody sits and waits for it, so it leaves at any hour; all others leave while the office is open.</summary>
    public bool IsPrompt { get; init; }

    /// <summary>It waits at least until then, so that what follows soon is told in the same mail; null for no wait.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The one mail a day that others were gathered for.</summary>
    public bool IsDigest { get; init; }

    /// <summary>Made for this recipient. Calendars are shared: its texts name no client and carry no guest link.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>Mails of the same key that are due leave one after the other, by <see cref="OrderNumber"/>: an invitation before its cancellation. Null for no order.</summary>
    public string? OrderKey { get; init; }

    public int OrderNumber { get; init; }
}
