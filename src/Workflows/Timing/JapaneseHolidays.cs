using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Timing;

/// <summary>
/// 国民の祝日に関する法律, computed for 1980 to 2099: the holidays by name, 振替休日 and 国民の休日. The days of the equinoxes are those that
/// the usual formula foretells; the law fixes them a year ahead (官報). An office edits its own calendar; this fills it.
/// </summary>
public static class JapaneseHolidays
{
    public const int FirstYear = 1980;
    public const int LastYear = 2099;

    /// <summary>Holidays of one year with their names; none outside the years that are known.</summary>
    public static ImmutableSortedDictionary<DateOnly, string> In(int year)
    {
        if (year is < FirstYear or > LastYear)
        {
            return ImmutableSortedDictionary<DateOnly, string>.Empty;
        }

        var named = Named(year).ToImmutableSortedDictionary(holiday => holiday.Day, holiday => holiday.Name);

        return named.AddRange(Substitutes(named)).AddRange(Between(named, year));
    }

    /// <summary>The days off from one year to another, as an office's calendar takes them.</summary>
    public static ImmutableSortedSet<DateOnly> Days(int fromYear, int toYear) =>
        [.. Enumerable.Range(fromYear, Math.Max(0, toYear - fromYear + 1)).SelectMany(static year => In(year).Keys)];

    private static IEnumerable<(DateOnly Day, string Name)> Named(int year) =>
        FirstHalf(year).Concat(Summer(year)).Concat(SecondHalf(year)).Concat(OnlyOnce(year));

    private static IEnumerable<(DateOnly Day, string Name)> FirstHalf(int year)
    {
        yield return (new DateOnly(year, 1, 1), "元日");
        yield return (year < 2000 ? new DateOnly(year, 1, 15) : Monday(year, 1, 2), "成人の日");
        yield return (new DateOnly(year, 2, 11), "建国記念の日");

        if (year >= 2020)
        {
            yield return (new DateOnly(year, 2, 23), "天皇誕生日");
        }

        yield return (new DateOnly(year, 3, Equinox(year, 20.8431m)), "春分の日");
        yield return (new DateOnly(year, 4, 29), year switch { < 1989 => "天皇誕生日", < 2007 => "みどりの日", _ => "昭和の日" });
        yield return (new DateOnly(year, 5, 3), "憲法記念日");

        if (year >= 2007)
        {
            yield return (new DateOnly(year, 5, 4), "みどりの日");
        }

        yield return (new DateOnly(year, 5, 5), "こどもの日");
    }

    /// <summary>In 2020 and 2021 the days moved for the Olympic Games.</summary>
    private static IEnumerable<(DateOnly Day, string Name)> Summer(int year)
    {
        if (year >= 1996)
        {
            yield return (year switch
            {
                2020 => new DateOnly(year, 7, 23),
                2021 => new DateOnly(year, 7, 22),
                < 2003 => new DateOnly(year, 7, 20),
                _ => Monday(year, 7, 3),
            }, "海の日");
        }

        if (year >= 2016)
        {
            yield return (year switch
            {
                2020 => new DateOnly(year, 8, 10),
                2021 => new DateOnly(year, 8, 8),
                _ => new DateOnly(year, 8, 11),
            }, "山の日");
        }
    }

    private static IEnumerable<(DateOnly Day, string Name)> SecondHalf(int year)
    {
        yield return (year < 2003 ? new DateOnly(year, 9, 15) : Monday(year, 9, 3), "敬老の日");
        yield return (new DateOnly(year, 9, Equinox(year, 23.2488m)), "秋分の日");
        yield return (year switch
        {
            2020 => new DateOnly(year, 7, 24),
            2021 => new DateOnly(year, 7, 23),
            < 2000 => new DateOnly(year, 10, 10),
            _ => Monday(year, 10, 2),
        }, year < 2020 ? "体育の日" : "スポーツの日");
        yield return (new DateOnly(year, 11, 3), "文化の日");
        yield return (new DateOnly(year, 11, 23), "勤労感謝の日");

        if (year is >= 1989 and <= 2018)
        {
            yield return (new DateOnly(year, 12, 23), "天皇誕生日");
        }
    }

    /// <summary>Holidays by a law of their own.</summary>
    private static ImmutableArray<(DateOnly Day, string Name)> OnlyOnce(int year) => year switch
    {
        1989 => [(new DateOnly(1989, 2, 24), "昭和天皇の大喪の礼")],
        1990 => [(new DateOnly(1990, 11, 12), "即位礼正殿の儀")],
        1993 => [(new DateOnly(1993, 6, 9), "皇太子徳仁親王の結婚の儀")],
        2019 => [(new DateOnly(2019, 5, 1), "天皇の即位の日"), (new DateOnly(2019, 10, 22), "即位礼正殿の儀")],
        _ => [],
    };

    /// <summary>振替休日: a holiday on a Sunday gives the next day that is none.</summary>
    private static IEnumerable<KeyValuePair<DateOnly, string>> Substitutes(ImmutableSortedDictionary<DateOnly, string> named)
    {
        foreach (var sunday in named.Keys.Where(static day => day.DayOfWeek == DayOfWeek.Sunday))
        {
            var day = sunday.AddDays(1);

            while (named.ContainsKey(day))
            {
                day = day.AddDays(1);
            }

            yield return KeyValuePair.Create(day, "振替休日");
        }
    }

    /// <summary>国民の休日: a day between two holidays, since 1986; until 2006 not a Sunday and not a 振替休日.</summary>
    private static IEnumerable<KeyValuePair<DateOnly, string>> Between(ImmutableSortedDictionary<DateOnly, string> named, int year) =>
        from day in named.Keys
        let next = day.AddDays(1)
        where year >= 1986 && named.ContainsKey(next.AddDays(1)) && !named.ContainsKey(next)
        where next.DayOfWeek != DayOfWeek.Sunday && day.DayOfWeek != DayOfWeek.Sunday
        select KeyValuePair.Create(next, "国民の休日");

    private static DateOnly Monday(int year, int month, int which)
    {
        var first = new DateOnly(year, month, 1);
        var until = ((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7;

        return first.AddDays(until + ((which - 1) * 7));
    }

    private static int Equinox(int year, decimal dayIn1980) =>
        (int)(dayIn1980 + (0.242194m * (year - 1980))) - ((year - 1980) / 4);
}
