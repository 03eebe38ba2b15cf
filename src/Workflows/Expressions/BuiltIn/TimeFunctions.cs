using System.Collections.Immutable;
using System.Globalization;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>Making and reading dates, times, moments and durations.</summary>
internal static class TimeFunctions
{
    public static ImmutableArray<Function> All { get; } =
    [
        new("today", "", static call => Value.Of(call.Moment.Today)),
        new("now", "", static call => Value.Of(call.Moment.Now)),
        new("date", "from | year, month, day", Date),
        new("time", "from | hour, minute, second, offset?", Time),
        new("date and time", "from | date, time", DateAndTime),
        new("duration", "from", static call => call.Text(0) is { } text ? ReadDuration(text) ?? call.Fail(NoDuration(text)) : Value.None),
        new("years and months duration", "from, to", YearsAndMonths),
        new("day of week", "date", static call => call.Day(0) is { } day ? Value.Of(day.DayOfWeek.ToString()) : Value.None),
        new("day of year", "date", static call => call.Day(0) is { } day ? Value.Of(day.DayOfYear) : Value.None),
        new("week of year", "date", static call => call.Day(0) is { } day ? Value.Of(ISOWeek.GetWeekOfYear(day)) : Value.None),
        new("month of year", "date", static call => call.Day(0) is { } day ? Value.Of(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month)) : Value.None),
    ];

    /// <summary><c>@"2026-04-01"</c>: whichever of date, time, moment and duration the text is.</summary>
    public static Value Literal(FunctionCall call)
    {
        if (call.Text(0) is not { } text)
        {
            return Value.None;
        }

        if (TimeText.Day(text) is { } day)
        {
            return Value.Of(day);
        }

        if (TimeText.Clock(text) is { } clock)
        {
            return new Value.Clock(clock);
        }

        return TimeText.Moment(text, call.Moment.Calendar.Zone) is { } moment
            ? Value.Of(moment)
            : ReadDuration(text) ?? call.Fail($"「{text}」は日付・時刻・日時・期間のどれでもありません。");
    }

    private static Value Date(FunctionCall call)
    {
        if (call.Count == 3)
        {
            return call.Whole(0) is { } year && call.Whole(1) is { } month && call.Whole(2) is { } number
                ? OfParts(call, year, month, number)
                : Value.None;
        }

        if (call.Count == 2)
        {
            return call.Fail("年・月・日の3つか、1つの値を渡してください。");
        }

        if (call[0] is Value.Text text)
        {
            return TimeText.Day(text.Content) is { } read
                ? Value.Of(read)
                : call.Fail($"「{text.Content}」は日付ではありません。\"2026-04-01\" のように書いてください。");
        }

        return call.Day(0) is { } day ? Value.Of(day) : Value.None;
    }

    private static Value OfParts(FunctionCall call, int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Value.Of(new DateOnly(year, month, day))
            : call.Fail($"{year}年{month}月{day}日という日はありません。");

    private static Value Time(FunctionCall call)
    {
        switch (call[0])
        {
            case Value.Text text when call.Count == 1:
                return TimeText.Clock(text.Content) is { } clock
                    ? new Value.Clock(clock)
                    : call.Fail($"「{text.Content}」は時刻ではありません。\"09:00:00\" のように書いてください。");
            case Value.Moment moment when call.Count == 1:
                return new Value.Clock(TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(moment.At, call.Moment.Calendar.Zone).TimeOfDay));
            case Value.Clock when call.Count == 1:
                return call[0];
            case Value.Number when (call.Count == 3 || (call.Count == 4 && call[3] is Value.Nothing)) && call.Whole(0) is >= 0 and < 24 and var hour
                && call.Whole(1) is >= 0 and < 60 and var minute && call.Whole(2) is >= 0 and < 60 and var second:
                return new Value.Clock(new TimeOnly(hour, minute, second));
            default:
                return call.Fail("時刻になりません。");
        }
    }

    private static Value DateAndTime(FunctionCall call)
    {
        var zone = call.Moment.Calendar.Zone;

        if (call.Count == 2)
        {
            return call.Day(0) is { } day && call[1] is Value.Clock clock && CivilTime.At(day, clock.At, zone) is { } made
                ? Value.Of(made)
                : call.Fail("日付と時刻が要ります。");
        }

        if (call[0] is Value.Moment)
        {
            return call[0];
        }

        if (call.Text(0) is not { } text)
        {
            return Value.None;
        }

        return (TimeText.Moment(text, zone) ?? Midnight(text, zone)) is { } moment
            ? Value.Of(moment)
            : call.Fail($"「{text}」は日時ではありません。\"2026-04-01T09:00:00\" のように書いてください。");
    }

    private static DateTimeOffset? Midnight(string text, TimeZoneInfo zone) =>
        TimeText.Day(text) is { } day ? CivilTime.At(day, TimeOnly.MinValue, zone) : null;

    /// <summary>Either years and months, or days and time: FEEL knows no duration of both.</summary>
    private static Value? ReadDuration(string text)
    {
        if (IsoDuration.Read(text) is not { } duration)
        {
            return null;
        }

        var isMonths = text.Split('T')[0].IndexOfAny(['Y', 'M']) >= 0;

        if (!isMonths)
        {
            return new Value.Span(TimeSpan.FromDays(duration.Days) + duration.Time);
        }

        return duration.Days == 0 && duration.Time == TimeSpan.Zero ? new Value.Months(duration.Months) : null;
    }

    private static string NoDuration(string text) =>
        $"「{text}」は期間ではありません。\"P3D\"・\"PT2H\"・\"P1M\" のように書いてください（年・月と日・時間は混ぜられません）。";

    private static Value YearsAndMonths(FunctionCall call)
    {
        if (call.Day(0) is not { } from || call.Day(1) is not { } to)
        {
            return Value.None;
        }

        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        var excess = to.Day - from.Day;

        if (months > 0 && excess < 0)
        {
            months--;
        }
        else if (months < 0 && excess > 0)
        {
            months++;
        }

        return new Value.Months(months);
    }
}
