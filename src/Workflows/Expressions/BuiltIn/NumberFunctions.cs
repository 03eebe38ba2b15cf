using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

internal static class NumberFunctions
{
    private const int MostDecimals = 28;

    public static ImmutableArray<Function> All { get; } =
    [
        new("floor", "n, scale?", static call => Rounded(call, MidpointRounding.ToNegativeInfinity)),
        new("ceiling", "n, scale?", static call => Rounded(call, MidpointRounding.ToPositiveInfinity)),
        new("round up", "n, scale?", static call => Rounded(call, rounding: null)),
        new("round down", "n, scale?", static call => Rounded(call, MidpointRounding.ToZero)),
        new("round half up", "n, scale?", static call => Rounded(call, MidpointRounding.AwayFromZero)),
        new("round half even", "n, scale?", static call => Rounded(call, MidpointRounding.ToEven)),
        new("decimal", "n, scale", static call => Rounded(call, MidpointRounding.ToEven)),
        new("abs", "n", Abs),
        new("modulo", "dividend, divisor", Modulo),
        new("sqrt", "number", static call => call.Number(0) is { } number ? call.Inexact(Math.Sqrt((double)number)) : Value.None),
        new("exp", "number", static call => call.Number(0) is { } number ? call.Inexact(Math.Exp((double)number)) : Value.None),
        new("log", "number", static call => call.Number(0) is { } number ? call.Inexact(Math.Log((double)number)) : Value.None),
        new("even", "number", static call => call.Number(0) is { } number ? Value.Of(number % 2 == 0) : Value.None),
        new("odd", "number", static call => call.Number(0) is { } number ? Value.Of(Math.Abs(number % 2) == 1) : Value.None),
    ];

    /// <summary>To a number of decimals, 0 when it is not given; without a rounding, away from zero.</summary>
    private static Value Rounded(FunctionCall call, MidpointRounding? rounding)
    {
        var decimals = call.Count == 2 ? call.Whole(1) : 0;

        if (call.Number(0) is not { } number || decimals is null)
        {
            return Value.None;
        }

        if (decimals < 0)
        {
            return call.Fail("小数の桁数は0以上です。");
        }

        var mode = rounding ?? (number < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity);

        return Value.Of(Math.Round(number, Math.Min(decimals.Value, MostDecimals), mode));
    }

    private static Value Abs(FunctionCall call) => call[0] switch
    {
        Value.Span span when span.Length != TimeSpan.MinValue => new Value.Span(span.Length.Duration()),
        Value.Months months when months.Count != int.MinValue => new Value.Months(Math.Abs(months.Count)),
        _ => call.Number(0) is { } number ? Value.Of(Math.Abs(number)) : Value.None,
    };

    /// <summary>The remainder has the sign of the divisor.</summary>
    private static Value Modulo(FunctionCall call)
    {
        if (call.Number(0) is not { } number || call.Number(1) is not { } divisor)
        {
            return Value.None;
        }

        if (divisor == 0)
        {
            return call.Fail("0で割れません。");
        }

        var remainder = number % divisor;

        return Value.Of(remainder != 0 && remainder < 0 != divisor < 0 ? remainder + divisor : remainder);
    }
}
