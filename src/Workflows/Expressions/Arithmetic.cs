using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>+ − * / ** over numbers, texts, dates and durations.</summary>
internal static class Arithmetic
{
    private const decimal HighestPower = 1000;

    public static Value Negate(Value value, Work work) => value switch
    {
        Value.Number number => Value.Of(-number.Amount),
        Value.Span span when span.Length != TimeSpan.MinValue => new Value.Span(-span.Length),
        Value.Months months => new Value.Months(-months.Count),
        _ => work.Fail($"{Kinds.Of(value)}にマイナスは付けられません。"),
    };

    public static Value Apply(string symbol, Value left, Value right, Work work)
    {
        try
        {
            return Calculate(symbol, left, right, work) ?? work.Fail($"{Kinds.Of(left)} {symbol} {Kinds.Of(right)} は計算できません。");
        }
        catch (OverflowException)
        {
            return work.Fail($"計算結果が大きすぎます（{symbol}）。");
        }
        catch (ArgumentOutOfRangeException)
        {
            return work.Fail("計算結果が、扱える日付の範囲を超えます。");
        }
    }

    private static Value? Calculate(string symbol, Value left, Value right, Work work) => symbol switch
    {
        "+" => Add(left, right, work) ?? AddSwapped(left, right, work),
        "-" => Subtract(left, right, work),
        "*" => left is Value.Number ? Multiply(right, left) : Multiply(left, right),
        "/" => Divide(left, right, work),
        _ => Power(left, right, work),
    };

    private static Value? Add(Value left, Value right, Work work) => (left, right) switch
    {
        (Value.Number a, Value.Number b) => Value.Of(a.Amount + b.Amount),
        (Value.Text a, Value.Text b) => Value.Of(a.Content + b.Content),
        (Value.Span a, Value.Span b) => new Value.Span(a.Length + b.Length),
        (Value.Months a, Value.Months b) => new Value.Months(checked(a.Count + b.Count)),
        (Value.Day day, Value.Span span) => Value.Of(day.On.AddDays((int)Math.Floor(span.Length.TotalDays))),
        (Value.Day day, Value.Months months) => Value.Of(day.On.AddMonths(months.Count)),
        (Value.Moment moment, Value.Span span) => Value.Of(moment.At + span.Length),
        (Value.Moment moment, Value.Months months) =>
            IsoDuration.OfMonths(months.Count).After(moment.At, work.Moment.Calendar.Zone) is { } moved ? Value.Of(moved) : null,
        (Value.Clock clock, Value.Span span) => new Value.Clock(clock.At.Add(span.Length)),
        _ => null,
    };

    /// <summary>A duration may also stand before what it is added to.</summary>
    private static Value? AddSwapped(Value duration, Value start, Work work) =>
        duration is Value.Span or Value.Months ? Add(start, duration, work) : null;

    private static Value? Subtract(Value left, Value right, Work work) => (left, right) switch
    {
        (Value.Number a, Value.Number b) => Value.Of(a.Amount - b.Amount),
        (Value.Day a, Value.Day b) => new Value.Span(TimeSpan.FromDays(a.On.DayNumber - b.On.DayNumber)),
        (Value.Moment a, Value.Moment b) => new Value.Span(a.At - b.At),
        (Value.Clock a, Value.Clock b) => new Value.Span(a.At.ToTimeSpan() - b.At.ToTimeSpan()),
        (_, Value.Span b) => Add(left, new Value.Span(b.Length.Negate()), work),
        (_, Value.Months b) => Add(left, new Value.Months(checked(-b.Count)), work),
        _ => null,
    };

    private static Value? Multiply(Value much, Value times) => (much, times) switch
    {
        (Value.Number a, Value.Number b) => Value.Of(a.Amount * b.Amount),
        (Value.Span a, Value.Number b) => new Value.Span(Ticks(a.Length.Ticks * b.Amount)),
        (Value.Months a, Value.Number b) => new Value.Months((int)decimal.Truncate(a.Count * b.Amount)),
        _ => null,
    };

    private static Value? Divide(Value left, Value right, Work work) => (left, right) switch
    {
        (_, Value.Number { Amount: 0 } or Value.Months { Count: 0 }) => work.Fail("0で割れません。"),
        (_, Value.Span divisor) when divisor.Length == TimeSpan.Zero => work.Fail("0で割れません。"),
        (Value.Number a, Value.Number b) => Value.Of(a.Amount / b.Amount),
        (Value.Span a, Value.Number b) => new Value.Span(Ticks(a.Length.Ticks / b.Amount)),
        (Value.Span a, Value.Span b) => Value.Of((decimal)a.Length.Ticks / b.Length.Ticks),
        (Value.Months a, Value.Number b) => new Value.Months((int)decimal.Truncate(a.Count / b.Amount)),
        (Value.Months a, Value.Months b) => Value.Of((decimal)a.Count / b.Count),
        _ => null,
    };

    private static Value? Power(Value left, Value right, Work work)
    {
        if (left is not Value.Number @base || right is not Value.Number exponent)
        {
            return null;
        }

        if (decimal.IsInteger(exponent.Amount) && Math.Abs(exponent.Amount) <= HighestPower)
        {
            return WholePower(@base.Amount, (int)exponent.Amount, work);
        }

        var root = Math.Pow((double)@base.Amount, (double)exponent.Amount);

        return double.IsFinite(root) ? Value.Of((decimal)root) : work.Fail("この累乗は計算できません。");
    }

    private static Value WholePower(decimal number, int exponent, Work work)
    {
        var result = 1m;

        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            result *= number;
        }

        if (exponent >= 0)
        {
            return Value.Of(result);
        }

        return result == 0 ? work.Fail("0で割れません。") : Value.Of(1 / result);
    }

    private static TimeSpan Ticks(decimal ticks) => TimeSpan.FromTicks((long)decimal.Truncate(ticks));
}
