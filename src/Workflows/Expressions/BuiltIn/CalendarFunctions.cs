using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>The office's days: working days, opening hours, ends of months, terms (期限). Ours, not FEEL's.</summary>
internal static class CalendarFunctions
{
    /// <summary>Fields of the record that a working-day timer is, read by <see cref="TimerSpec"/>.</summary>
    public const string WorkingDays = "working days";

    public const string Times = "times";

    public const string First = "first";

    private const int MostDays = 10_000;

    public static ImmutableArray<Function> All { get; } =
    [
        new("add working days", "date, n", AddWorkingDays),
        new("is working day", "date", static call => call.Day(0) is { } day ? Value.Of(call.Moment.Calendar.IsWorkingDay(day)) : Value.None),
        new("working days between", "from, to", WorkingDaysBetween),
        new("next working day", "date", static call => Moved(call, BusinessDays.Next)),
        new("previous working day", "date", static call => Moved(call, BusinessDays.Previous)),
        new("working day on or after", "date", static call => Moved(call, BusinessDays.OnOrAfter)),
        new("working day on or before", "date", static call => Moved(call, BusinessDays.OnOrBefore)),
        new("at opening", "date", static call => At(call, call.Moment.Calendar.OpensAt)),
        new("at closing", "date", static call => At(call, call.Moment.Calendar.ClosesAt)),
        new("end of month", "date", static call => call.Day(0) is { } day
            ? Value.Of(new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)))
            : Value.None),
        new("add days", "date, n", static call => AddDays(call, correction: 0)),
        new("add months", "date, n", AddMonths),
        new("within days", "date, n", static call => AddDays(call, correction: 0)),
        new("within days counting first day", "date, n", static call => AddDays(call, correction: -1)),
        new(WorkingDays, "n", static call => IsDays(call) ? Value.Record.Empty.With(WorkingDays, call[0]) : Value.None),
        new("repeat working days", "n, times?, most?", Repeat),
    ];

    private static Value AddWorkingDays(FunctionCall call)
    {
        if (call.Day(0) is not { } day || call.Whole(1) is not { } count)
        {
            return Value.None;
        }

        return Math.Abs(count) <= MostDays && call.Work.Spend(Math.Abs(count))
            ? Found(call, BusinessDays.Add(day, count, call.Moment.Calendar))
            : call.Fail($"営業日の数は{MostDays}までです。");
    }

    private static Value AddMonths(FunctionCall call) =>
        call.Day(0) is { } day && call.Whole(1) is { } months
            ? Arithmetic.Apply("+", Value.Of(day), new Value.Months(months), call.Work)
            : Value.None;

    private static Value WorkingDaysBetween(FunctionCall call) =>
        call.Day(0) is { } first && call.Day(1) is { } last && call.Work.Spend(Math.Abs(last.DayNumber - first.DayNumber))
            ? Value.Of(BusinessDays.Between(first, last, call.Moment.Calendar))
            : Value.None;

    private static Value Moved(FunctionCall call, Func<DateOnly, WorkCalendar, DateOnly?> move) =>
        call.Day(0) is { } day ? Found(call, move(day, call.Moment.Calendar)) : Value.None;

    private static Value Found(FunctionCall call, DateOnly? day) => day is { } found ? Value.Of(found) : call.Fail("営業日が見つかりません。営業日カレンダーを確かめてください。");

    private static Value At(FunctionCall call, TimeOnly clock)
    {
        if (call.Day(0) is not { } day)
        {
            return Value.None;
        }

        return CivilTime.At(day, clock, call.Moment.Calendar.Zone) is { } moment ? Value.Of(moment) : call.Fail("扱える日付の範囲を超えます。");
    }

    private static Value AddDays(FunctionCall call, int correction)
    {
        if (call.Day(0) is not { } day || call.Whole(1) is not { } count)
        {
            return Value.None;
        }

        var number = (long)day.DayNumber + count + correction;

        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber
            ? Value.Of(DateOnly.FromDayNumber((int)number))
            : call.Fail("扱える日付の範囲を超えます。");
    }

    /// <summary>(every), (every, most) or (first, every, most).</summary>
    private static Value Repeat(FunctionCall call)
    {
        var every = call.Count == 3 ? 1 : 0;
        if (!IsDays(call) || !IsDays(call, every))
        {
            return Value.None;
        }

        var times = call.Count == 1 ? Value.None : call[every + 1];

        return call.Count == 1 || call.Whole(every + 1) >= 1
            ? Value.Record.Empty.With(WorkingDays, call[every]).With(Times, times).With(First, call[0])
            : call.Fail("回数は1以上の整数で書いてください。");
    }

    private static bool IsDays(FunctionCall call, int argument = 0)
    {
        if (call.Whole(argument) is >= 1 and <= MostDays)
        {
            return true;
        }

        call.Fail($"営業日の数は1から{MostDays}までの整数で書いてください。");
        return false;
    }
}
