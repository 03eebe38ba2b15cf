using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Workflows.Timing;

/// <summary>
/// A length of ISO 8601 (<c>P1M</c>, <c>P2W</c>, <c>P1DT12H</c>). Months and days are civil: they keep the clock's hour, and a
/// month from 31 January ends on the last day of February. Hours, minutes and seconds are exact.
/// </summary>
public sealed partial record IsoDuration(int Months, int Days, TimeSpan Time)
{
    private const int MostMonths = 12 * 1000;
    private const int MostDays = 366 * 1000;

    public static IsoDuration None { get; } = new(Months: 0, Days: 0, TimeSpan.Zero);

    public bool IsPositive => Months >= 0 && Days >= 0 && Time >= TimeSpan.Zero && this != None;

    /// <summary>The exact length as days, hours, minutes and seconds.</summary>
    public static IsoDuration Of(TimeSpan length) => new(Months: 0, length.Days, length - TimeSpan.FromDays(length.Days));

    public static IsoDuration OfMonths(int months) => new(months, Days: 0, TimeSpan.Zero);

    /// <summary>Null when the text is not a duration, or one of more than a thousand years.</summary>
    public static IsoDuration? Read(string text)
    {
        var match = Shape().Match(text);

        if (!match.Success || text.EndsWith('P') || text.EndsWith('T'))
        {
            return null;
        }

        var sign = match.Groups["sign"].Length > 0 ? -1 : 1;

        if (Amount(match, "years") * 12 + Amount(match, "months") is not (<= MostMonths and var months)
            || Amount(match, "weeks") * 7 + Amount(match, "days") is not (<= MostDays and var days)
            || Amount(match, "hours") * 3600 + Amount(match, "minutes") * 60 + Amount(match, "seconds") is not (<= MostDays * 86_400m and var seconds))
        {
            return null;
        }

        return new IsoDuration(sign * (int)months, sign * (int)days, TimeSpan.FromTicks(sign * (long)(seconds * TimeSpan.TicksPerSecond)));
    }

    /// <summary>The moment that lies this length after another, by the clocks of a zone. Null outside the calendar.</summary>
    public DateTimeOffset? After(DateTimeOffset start, TimeZoneInfo zone) => After(start, zone, times: 1);

    /// <summary>The same for a multiple, counted from the start so that ends of months do not wander.</summary>
    public DateTimeOffset? After(DateTimeOffset start, TimeZoneInfo zone, int times)
    {
        var civil = Months == 0 && Days == 0 ? start : AfterCivil(start, zone, times);

        return civil is { } moment && Fits(moment.UtcTicks + ((Int128)Time.Ticks * times)) ? moment + (Time * times) : null;
    }

    public override string ToString()
    {
        if (this == None)
        {
            return "PT0S";
        }

        var isNegative = Months < 0 || Days < 0 || Time < TimeSpan.Zero;
        var text = new StringBuilder(isNegative ? "-P" : "P");
        Write(text, decimal.Truncate(Math.Abs(Months) / 12m), 'Y');
        Write(text, Math.Abs(Months) % 12, 'M');
        Write(text, Math.Abs(Days), 'D');

        if (Time != TimeSpan.Zero)
        {
            var time = Time.Duration();
            text.Append('T');
            Write(text, (long)time.TotalHours, 'H');
            Write(text, time.Minutes, 'M');
            Write(text, time.Seconds + ((decimal)(time.Ticks % TimeSpan.TicksPerSecond) / TimeSpan.TicksPerSecond), 'S');
        }

        return text.ToString();
    }

    private DateTimeOffset? AfterCivil(DateTimeOffset start, TimeZoneInfo zone, int times)
    {
        var local = TimeZoneInfo.ConvertTime(start, zone).DateTime;
        var months = (long)Months * times;
        var year = local.Year + decimal.Floor((local.Month - 1 + months) / 12m);

        if (year is < 2 or > 9998)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(local.AddMonths((int)months));
        var number = day.DayNumber + ((long)Days * times);

        return number > 0 && number < DateOnly.MaxValue.DayNumber
            ? CivilTime.At(DateOnly.FromDayNumber((int)number), TimeOnly.FromDateTime(local), zone)
            : null;
    }

    private static bool Fits(Int128 ticks) => ticks >= DateTime.MinValue.Ticks + TimeSpan.TicksPerDay && ticks <= DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay;

    private static void Write(StringBuilder text, decimal amount, char unit)
    {
        if (amount != 0)
        {
            text.Append(amount.ToString("0.#######", CultureInfo.InvariantCulture)).Append(unit);
        }
    }

    private static decimal Amount(Match match, string unit) =>
        match.Groups[unit] is { Length: > 0 } group ? decimal.Parse(group.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<sign>-)?P((?<years>[0-9]{1,6})Y)?((?<months>[0-9]{1,6})M)?((?<weeks>[0-9]{1,6})W)?((?<days>[0-9]{1,6})D)?(T((?<hours>[0-9]{1,9})H)?((?<minutes>[0-9]{1,9})M)?((?<seconds>[0-9]{1,9}(\.[0-9]{1,7})?)S)?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
