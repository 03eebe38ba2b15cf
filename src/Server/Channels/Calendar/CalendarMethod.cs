namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>What a calendar message asks of its reader (RFC 5546).</summary>
public enum CalendarMethod
{
    /// <summary>Invites, or tells a change.</summary>
    Request,

    /// <summary>Takes back: the whole event, or one attendee's part in it.</summary>
    Cancel,
}
