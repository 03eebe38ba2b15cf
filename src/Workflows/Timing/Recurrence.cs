using System.Globalization;

namespace OfficeWorkflow.Workflows.Timing;

/// <summary>The times of a cycle, each counted from its anchor, so that a late one moves none that follow.</summary>
internal abstract record Recurrence
{
    private const string WorkingDaysMark = "working-days";

    private Recurrence()
    {
    }

    /// <summary>How often it falls due; null for ever.</summary>
    public abstract int? Times { get; }

    /// <summary>The n-th time, from 1. Null outside the calendar.</summary>
    public abstract DateTimeOffset? At(DateTimeOffset anchor, int ordinal, WorkCalendar calendar);

    /// <summary>A number that is not above that of the first time after a moment.</summary>
    public virtual int OrdinalNear(DateTimeOffset anchor, DateTimeOffset after) => 1;

    public static Recurrence? Read(string text, TimeZoneInfo zone)
    {
        var parts = text.Split(':');

        if (parts[0] is not WorkingDaysMark)
        {
            return IsoRepeat.Read(text, zone) is { } repeat ? new Iso(repeat) : null;
        }

        return parts.Length is 3 or 4 && Whole(parts[1]) is { } every
            ? new WorkingDays(parts.Length == 4 ? Whole(parts[3]) ?? every : every, every, Whole(parts[2]))
            : null;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public sealed record Iso(IsoRepeat Repeat) : Recurrence
    {
        public override int? Times => Repeat.Times;

        public override DateTimeOffset? At(DateTimeOffset anchor, int ordinal, WorkCalendar calendar) =>
            Repeat.Every.After(Repeat.Start ?? anchor, calendar.Zone, Repeat.Start is null ? ordinal : ordinal - 1);

        public override int OrdinalNear(DateTimeOffset anchor, DateTimeOffset after)
        {
            // No month is longer than 31 days and no day than 25 hours, so this never overshoots.
            var days = Repeat.Every.Days + (31.0 * Repeat.Every.Months);
            var passed = Math.Floor((after - (Repeat.Start ?? anchor)) / (Repeat.Every.Time + (TimeSpan.FromHours(25) * days)));

            return (int)Math.Clamp(passed, 1.0, 1_000_000_000.0);
        }

        public override string ToString() => Repeat.ToString();
    }

    /// <summary>After some working days, and then every so many, at the office's opening.</summary>
    public sealed record WorkingDays(int First, int Every, int? Limit) : Recurrence
    {
        public override int? Times => Limit;

        public override DateTimeOffset? At(DateTimeOffset anchor, int ordinal, WorkCalendar calendar) =>
            BusinessDays.Add(CivilTime.DayOf(anchor, calendar.Zone), First + (Every * (ordinal - 1)), calendar) is { } day
                ? CivilTime.At(day, calendar.OpensAt, calendar.Zone)
                : null;

        /// <summary>The first is written only where it is another: what was stored before stays as it was.</summary>
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{WorkingDaysMark}:{Every}:{Limit}{(First == Every ? "" : $":{First}")}");
    }
}
