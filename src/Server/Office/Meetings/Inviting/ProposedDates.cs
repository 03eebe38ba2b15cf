using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>Dates to offer: on working days, in the office's hours, when the host is free, after the answers are in and before it is too late. Pure.</summary>
internal static class ProposedDates
{
    private const int Wanted = 3;
    private const int LookAheadDays = 60;

    /// <summary>A meeting lasts an hour and a half, and nobody is asked to come earlier or later than people of several offices can.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(90);

    private static readonly TimeOnly[] Starts = [new(10, 0), new(13, 30), new(15, 0)];

    /// <param name="From">First day that may be offered.</param>
    /// <param name="Until">Last day that may be offered; null where nothing presses.</param>
    /// <param name="Busy">When the host is taken.</param>
    public sealed record Wish(DateOnly From, DateOnly? Until, WorkCalendar Calendar, TimeOnly OpensAt, TimeOnly ClosesAt, IReadOnlyList<Span> Busy);

    public sealed record Span(DateTimeOffset From, DateTimeOffset To)
    {
        public bool Meets(Span other) => From < other.To && other.From < To;
    }

    /// <summary>Up to three, each on another day and, where it can be, at another time of the day.</summary>
    public static IReadOnlyList<Span> Of(Wish wish)
    {
        var last = wish.Until is { } until && until < wish.From.AddDays(LookAheadDays) ? until : wish.From.AddDays(LookAheadDays);
        var proposed = new List<Span>();
        for (var day = wish.From; day <= last && proposed.Count < Wanted; day = day.AddDays(1))
        {
            if (wish.Calendar.IsWorkingDay(day) && Free(day, wish, proposed.Count) is { } free)
            {
                proposed.Add(free);
            }
        }

        return proposed;
    }

    private static Span? Free(DateOnly day, Wish wish, int turn) => Enumerable.Range(0, Starts.Length)
        .Select(at => Starts[(at + turn) % Starts.Length])
        .Where(start => start >= wish.OpensAt && start.ToTimeSpan() + Length <= wish.ClosesAt.ToTimeSpan())
        .Select(start => new Span(MeetingDays.At(day, start), MeetingDays.At(day, start) + Length))
        .FirstOrDefault(span => !wish.Busy.Any(span.Meets));
}
