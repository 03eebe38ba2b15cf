using System.Globalization;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Ui;

/// <summary>Dates as people in a Japanese office read them (和暦).</summary>
public static class JapaneseEra
{
    private static readonly (DateOnly From, string Name, char Letter)[] Eras =
    [
        (new DateOnly(2019, 5, 1), "令和", 'R'),
        (new DateOnly(1989, 1, 8), "平成", 'H'),
        (new DateOnly(1926, 12, 25), "昭和", 'S'),
        (new DateOnly(1912, 7, 30), "大正", 'T'),
        (new DateOnly(1868, 1, 25), "明治", 'M'),
    ];

    private static readonly string[] Days = ["日", "月", "火", "水", "木", "金", "土"];

    /// <summary>令和8年11月22日(日); days before Meiji in the western calendar.</summary>
    public static string Long(DateOnly on) => $"{Date(on)}({Days[(int)on.DayOfWeek]})";

    /// <summary>令和8年11月22日(日) 14:05, in Tokyo whatever the server's zone.</summary>
    public static string Long(DateTimeOffset at)
    {
        var local = InTokyo(at);
        return string.Create(CultureInfo.InvariantCulture, $"{Long(DateOnly.FromDateTime(local.DateTime))} {local:HH:mm}");
    }

    /// <summary>令和8年11月22日.</summary>
    public static string Date(DateOnly on) => string.Create(CultureInfo.InvariantCulture, $"{Year(on)}{on.Month}月{on.Day}日");

    /// <summary>令和8年11月.</summary>
    public static string Month(DateOnly on) => string.Create(CultureInfo.InvariantCulture, $"{Year(on)}{on.Month}月");

    /// <summary>11月22日(日) 14:05: for lists where the year is plain.</summary>
    public static string Short(DateTimeOffset at)
    {
        var local = InTokyo(at);
        return string.Create(CultureInfo.InvariantCulture, $"{Short(DateOnly.FromDateTime(local.DateTime))} {local:HH:mm}");
    }

    /// <summary>11月22日(日).</summary>
    public static string Short(DateOnly on) =>
        string.Create(CultureInfo.InvariantCulture, $"{on.Month}月{on.Day}日({Days[(int)on.DayOfWeek]})");

    /// <summary>14:05, in Tokyo: below the heading of a day.</summary>
    public static string Clock(DateTimeOffset at) => InTokyo(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static DateTimeOffset InTokyo(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, WorkCalendar.Tokyo);

    public static DateOnly DayInTokyo(DateTimeOffset at) => DateOnly.FromDateTime(InTokyo(at).DateTime);

    /// <summary>The western year of a year of an era, named 令和 or R; null when there is no such era.</summary>
    public static int? WesternYear(string era, int year)
    {
        foreach (var (from, name, letter) in Eras)
        {
            if (string.Equals(era, name, StringComparison.Ordinal) || (era.Length == 1 && char.ToUpperInvariant(era[0]) == letter))
            {
                return from.Year + year - 1;
            }
        }

        return null;
    }

    /// <summary>令和8年: the year in which a day lies.</summary>
    public static string Year(DateOnly on)
    {
        foreach (var (from, name, _) in Eras)
        {
            if (on >= from)
            {
                var year = on.Year - from.Year + 1;
                return year == 1 ? $"{name}元年" : string.Create(CultureInfo.InvariantCulture, $"{name}{year}年");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{on.Year}年");
    }
}
