using System.Collections.Immutable;
using OfficeWorkflow.Server.Channels.Mail;

namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>One calendar message to one recipient. What is said to others about the same event differs in <see cref="Recipient"/> only.</summary>
public sealed record Invitation
{
    /// <summary>The event's name for ever: the same in every change and in the cancellation.</summary>
    public required string Uid { get; init; }

    /// <summary>0 for the first invitation, one more at each change and at the cancellation.</summary>
    public required int Sequence { get; init; }

    public CalendarMethod Method { get; init; }

    public required DateTimeOffset StampedAt { get; init; }

    public required Occasion When { get; init; }

    public required string Summary { get; init; }

    public string Description { get; init; } = "";

    public string Place { get; init; } = "";

    /// <summary>The mailbox that sends; replies come back to it. Never a recipient.</summary>
    public required Mailbox Organizer { get; init; }

    /// <summary>All who are asked, in the order they are listed.</summary>
    public required ImmutableArray<Attendee> Attendees { get; init; }

    public required Mailbox Recipient { get; init; }

    /// <summary>Attendees may not see one another: each message names its recipient alone.</summary>
    public bool HidesOthers { get; init; }

    /// <summary>The recipient alone is taken off; the event itself stands.</summary>
    public bool IsOneRemoved { get; init; }

    /// <summary>Those named in this message.</summary>
    public ImmutableArray<Attendee> Listed =>
        HidesOthers || IsOneRemoved ? [.. Attendees.Where(attendee => attendee.Mailbox.Reaches(Recipient.Address))] : Attendees;

    /// <summary>One message for each attendee, the staff host included: calendars do not add the event of the one who sends.</summary>
    public IEnumerable<Invitation> Copies() => Attendees.Select(attendee => this with { Recipient = attendee.Mailbox });

    /// <summary>The whole event is off.</summary>
    public Invitation Cancelled(DateTimeOffset at) =>
        this with { Method = CalendarMethod.Cancel, Sequence = Sequence + 1, StampedAt = at };

    /// <summary>The event goes on without this attendee, who alone is told.</summary>
    public Invitation Without(Mailbox removed, DateTimeOffset at) =>
        Cancelled(at) with { Recipient = removed, IsOneRemoved = true };
}
