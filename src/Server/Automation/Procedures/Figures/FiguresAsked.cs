using System.Diagnostics;
using System.Globalization;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Procedures.Figures;

/// <summary>Which figures of a procedure somebody wants to see, as the address says it.</summary>
/// <param name="Version">Cases of this version only; null for all.</param>
/// <param name="Month">First day of the month whose finished work counts; null for this month.</param>
public sealed record FiguresAsked(string Key, int? Version, DateOnly? Month)
{
    private const string MonthFormat = "yyyy-MM";
    private const int FirstYear = 1900;
    private const int LastYear = 3000;

    /// <summary>What cannot be read asks for nothing.</summary>
    public static FiguresAsked Of(string key, string? version, string? month) => new(
        key,
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        DateOnly.TryParseExact(month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > FirstYear and < LastYear ? first : null);

    public static string TextOf(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <summary>The month, and until when it lasts, in Tokyo.</summary>
    internal (DateOnly Month, DateTimeOffset From, DateTimeOffset Until) Period(DateTimeOffset now)
    {
        var today = JapaneseEra.DayInTokyo(now);
        var first = Month ?? new DateOnly(today.Year, today.Month, 1);
        return (first, Midnight(first), Midnight(first.AddMonths(1)));
    }

    private static DateTimeOffset Midnight(DateOnly on) =>
        CivilTime.At(on, TimeOnly.MinValue, WorkCalendar.Tokyo) ?? throw new UnreachableException();
}
