namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>A calendar message as it goes with a mail; the method stands both in the text and in the content type around it.</summary>
public sealed record CalendarPart(string Method, string Text)
{
    public static CalendarPart Of(Invitation invitation) => new(IcsText.MethodOf(invitation), IcsText.Of(invitation));
}
