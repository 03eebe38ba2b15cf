using OfficeWorkflow.Server.Office.Certificates;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>What the weekly plan uses of one service in one month, beside what is allotted.</summary>
public sealed record MonthlyUse(DateOnly Month, decimal Used, decimal? Allotted)
{
    public bool IsOver => Used > Allotted;

    /// <summary>The month with the least left over (or the most too much); null when the week does not hold the service.</summary>
    public static MonthlyUse? Worst(IEnumerable<WeeklyRow> week, AllottedAmount amount, DateOnly from, int months)
    {
        var rows = week.Where(row => row.ServiceKindId == amount.ServiceKindId).ToList();
        return rows.Count == 0
            ? null
            : Enumerable.Range(0, months)
                .Select(offset => In(rows, amount, from.AddMonths(offset)))
                .OrderBy(use => (use.Allotted ?? decimal.MaxValue) - use.Used)
                .ThenByDescending(use => use.Used)
                .First();
    }

    private static MonthlyUse In(List<WeeklyRow> rows, AllottedAmount amount, DateOnly month)
    {
        var days = Enumerable.Range(1, DateTime.DaysInMonth(month.Year, month.Month)).Select(day => new DateOnly(month.Year, month.Month, day));
        var used = amount.Unit is AmountUnit.HoursPerMonth
            ? days.Sum(day => rows.Where(row => row.HappensOn(day)).Sum(row => (decimal)row.Length.TotalHours))
            : days.Count(day => rows.Exists(row => row.HappensOn(day)));
        return new MonthlyUse(month, used, AmountUnits.InMonth(amount.Amount, amount.Unit, month.Year, month.Month));
    }
}
