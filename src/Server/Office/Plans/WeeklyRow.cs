using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>One block of the 週間計画表, within one day.</summary>
public sealed class WeeklyRow : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid PlanId { get; init; }

    public required DayOfWeek Day { get; init; }

    public required TimeOnly Start { get; init; }

    /// <summary>00:00 means the end of the day.</summary>
    public required TimeOnly End { get; init; }

    public required string Activity { get; init; }

    /// <summary>Null for daily life.</summary>
    public Guid? ServiceKindId { get; init; }

    public Guid? ProviderId { get; init; }

    /// <summary>In which weeks of the month: empty for all, else of <c>1 2 3 4 5 last</c>, separated by blanks.</summary>
    public string Weeks { get; init; } = string.Empty;

    public bool IsService => ServiceKindId is not null;

    public TimeSpan Length => (End == TimeOnly.MinValue ? TimeSpan.FromDays(1) : End.ToTimeSpan()) - Start.ToTimeSpan();

    /// <summary>Whether it happens on that date.</summary>
    public bool HappensOn(DateOnly date)
    {
        if (date.DayOfWeek != Day)
        {
            return false;
        }

        var weeks = Weeks.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var nth = ((date.Day - 1) / 7) + 1;

        return weeks.Length == 0
            || weeks.Contains(nth.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal)
            || (weeks.Contains("last", StringComparer.Ordinal) && date.AddDays(7).Month != date.Month);
    }
}
