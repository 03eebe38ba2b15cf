using System.Globalization;

namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>How amounts are written on certificates and sheets.</summary>
public static class AmountUnits
{
    public static string Label(AmountUnit unit) => unit switch
    {
        AmountUnit.HoursPerMonth => "時間/月",
        AmountUnit.DaysPerMonth => "日/月",
        AmountUnit.TimesPerMonth => "回/月",
        AmountUnit.PointsPerMonth => "単位/月",
        AmountUnit.DaysOfMonthLess8 => "当該月の日数-8日",
        AmountUnit.DaysOfMonth => "当該月の日数",
        _ => "支給量なし",
    };

    /// <summary>Units that are a rule instead of a number.</summary>
    public static bool IsRule(AmountUnit unit) => unit is AmountUnit.DaysOfMonthLess8 or AmountUnit.DaysOfMonth;

    public static bool NeedsNumber(AmountUnit unit) => unit is not AmountUnit.None && !IsRule(unit);

    /// <summary>「22時間/月」, 「当該月の日数-8日」, or 「支給量なし」.</summary>
    public static string Print(decimal? amount, AmountUnit unit) =>
        NeedsNumber(unit)
            ? (amount?.ToString("0.##", CultureInfo.InvariantCulture) ?? "―") + Label(unit)
            : Label(unit);

    /// <summary>The most that may be used in one month.</summary>
    public static decimal? InMonth(decimal? amount, AmountUnit unit, int year, int month) => unit switch
    {
        AmountUnit.DaysOfMonthLess8 => DateTime.DaysInMonth(year, month) - 8,
        AmountUnit.DaysOfMonth => DateTime.DaysInMonth(year, month),
        AmountUnit.None => null,
        _ => amount,
    };
}
