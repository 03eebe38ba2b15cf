using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>The designated months of a decision period, as first days of months.</summary>
public static class MonitoringMonths
{
    private const int MonthlyAtFirst = 3;

    /// <summary>What the municipality printed on the certificate wins; where it printed nothing, the months are computed.</summary>
    public static ImmutableSortedSet<DateOnly> Of(MonitoringPeriod period, IEnumerable<DateOnly> printed)
    {
        ImmutableSortedSet<DateOnly> fixedMonths = [.. printed.Select(FirstDay)];

        return fixedMonths.IsEmpty ? Computed(period) : fixedMonths;
    }

    /// <summary>The last month is always one of them; the others are counted backwards from it.</summary>
    public static ImmutableSortedSet<DateOnly> Computed(MonitoringPeriod period)
    {
        var first = FirstDay(period.From);
        var last = FirstDay(period.Until);
        var months = ImmutableSortedSet.CreateBuilder<DateOnly>();
        for (var month = first; period.StartsMonthly && month <= last && month < first.AddMonths(MonthlyAtFirst); month = month.AddMonths(1))
        {
            months.Add(month);
        }

        var earliest = period.StartsMonthly ? first.AddMonths(MonthlyAtFirst) : first;
        for (var month = last; month >= earliest; month = month.AddMonths(-period.Interval))
        {
            months.Add(month);
        }

        return months.ToImmutable();
    }

    public static DateOnly FirstDay(DateOnly day) => new(day.Year, day.Month, 1);
}
