namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>When an event takes place: hours of a day, or whole days.</summary>
public abstract record Occasion
{
    private Occasion()
    {
    }

    /// <summary>From one moment to another; written in the time of Tokyo.</summary>
    public sealed record Hours(DateTimeOffset From, DateTimeOffset To) : Occasion;

    /// <summary>Whole civil days; both the first and the last belong to it.</summary>
    public sealed record Days(DateOnly First, DateOnly Last) : Occasion;
}
