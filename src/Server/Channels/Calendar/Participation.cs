namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>What an attendee answered from the calendar.</summary>
public enum Participation
{
    NeedsAction,
    Accepted,
    Declined,
    Tentative,
}
