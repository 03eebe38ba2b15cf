namespace OfficeWorkflow.Workflows.Timing;

/// <summary>
/// One time at which a timer falls due, with all that is needed to find the following ones: plain data, to be stored with the
/// token that waits. What a definition read from variables is settled when the timer is armed and does not change later.
/// </summary>
/// <param name="At">When it falls due; may lie in the past, and is then due at once.</param>
/// <param name="Anchor">When the timer was armed.</param>
/// <param name="Rule">The settled cycle; empty for a timer that falls due once.</param>
/// <param name="Ordinal">Which time of the cycle it is, from 1.</param>
public sealed record Due(DateTimeOffset At, DateTimeOffset Anchor, string Rule, int Ordinal)
{
    private const int FarthestSearch = 100_000;

    /// <summary>
    /// The next time after <paramref name="now"/>, or null when there is none. Times that passed while nobody listened are not made
    /// up for: the late one stood for them, and they count.
    /// </summary>
    public Due? Next(WorkCalendar calendar, DateTimeOffset now)
    {
        var after = now > At ? now : At;

        return Recurrence.Read(Rule, calendar.Zone) is { } cycle ? Seek(cycle, Anchor, Ordinal + 1, after, calendar) : null;
    }

    /// <summary>The first time of a cycle from an ordinal on that lies after a moment.</summary>
    internal static Due? Seek(Recurrence cycle, DateTimeOffset anchor, int from, DateTimeOffset after, WorkCalendar calendar)
    {
        var first = Math.Max(from, cycle.OrdinalNear(anchor, after));
        var last = Math.Min(cycle.Times ?? int.MaxValue, first + FarthestSearch);

        for (var ordinal = first; ordinal <= last && cycle.At(anchor, ordinal, calendar) is { } at; ordinal++)
        {
            if (at > after)
            {
                return new Due(at, anchor, cycle.ToString(), ordinal);
            }
        }

        return null;
    }
}
