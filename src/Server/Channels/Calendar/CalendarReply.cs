namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>An attendee's answer as the calendar sent it back (METHOD:REPLY).</summary>
/// <param name="Sequence">The change of the invitation that was answered.</param>
/// <param name="Address">The attendee's mail address.</param>
public sealed record CalendarReply(string Uid, int Sequence, string Address, Participation Answer, string Comment)
{
    /// <summary>When the calendar wrote it (DTSTAMP): of two answers the later one counts. Null where it does not say.</summary>
    public DateTimeOffset? StampedAt { get; init; }

    /// <summary>Whether this answers the event as it now stands; an answer to an older state of it says nothing.</summary>
    public bool Answers(Invitation invitation) =>
        string.Equals(Uid, invitation.Uid, StringComparison.Ordinal)
        && Sequence >= invitation.Sequence
        && invitation.Attendees.Any(attendee => attendee.Mailbox.Reaches(Address));
}
