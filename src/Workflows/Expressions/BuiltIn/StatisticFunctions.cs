using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>One number, or a few, for a list of numbers.</summary>
internal static class StatisticFunctions
{
    public static ImmutableArray<Function> All { get; } =
    [
        new("sum", "list...", static call => call.Numbers() is { IsEmpty: false } numbers ? Sum(call, numbers) : Empty(call)),
        new("mean", "list...", static call => call.Numbers() is { IsEmpty: false } numbers ? Mean(call, numbers) : Empty(call)),
        new("product", "list...", static call => call.Numbers() is { IsEmpty: false } numbers ? Folded(call, "*", Value.Of(1m), numbers) : Empty(call)),
        new("median", "list...", static call => call.Numbers() is { IsEmpty: false } numbers ? Median(call, numbers.Sort()) : Empty(call)),
        new("stddev", "list...", static call => call.Numbers() is { Length: > 1 } numbers ? Deviation(call, numbers) : call.Fail("二つ以上の数値が要ります。")),
        new("mode", "list...", static call => call.Numbers() is { } numbers ? Mode(numbers) : Value.None),
    ];

    private static Value Empty(FunctionCall call) => call.Fail("数値が一つ以上要ります。");

    private static Value Sum(FunctionCall call, ImmutableArray<decimal> numbers) => Folded(call, "+", Value.Of(0m), numbers);

    private static Value Mean(FunctionCall call, ImmutableArray<decimal> numbers) =>
        Arithmetic.Apply("/", Sum(call, numbers), Value.Of((decimal)numbers.Length), call.Work);

    private static Value Folded(FunctionCall call, string symbol, Value first, ImmutableArray<decimal> numbers) =>
        numbers.Aggregate(first, (so, number) => Arithmetic.Apply(symbol, so, Value.Of(number), call.Work));

    private static Value Median(FunctionCall call, ImmutableArray<decimal> sorted) => sorted.Length % 2 == 1
        ? Value.Of(sorted[sorted.Length / 2])
        : Mean(call, [sorted[(sorted.Length / 2) - 1], sorted[sorted.Length / 2]]);

    /// <summary>Of a sample: divided by one less than how many there are.</summary>
    private static Value Deviation(FunctionCall call, ImmutableArray<decimal> numbers)
    {
        var mean = numbers.Average(static number => (double)number);

        return call.Inexact(Math.Sqrt(numbers.Sum(number => Math.Pow((double)number - mean, 2)) / (numbers.Length - 1)));
    }

    /// <summary>The most frequent numbers, the smallest first; of none, none.</summary>
    private static Value Mode(ImmutableArray<decimal> numbers)
    {
        var counts = numbers.CountBy(static number => number).ToList();
        var most = counts.Count == 0 ? 0 : counts.Max(static count => count.Value);

        return Value.Of(counts.Where(count => count.Value == most).Select(static count => count.Key).Order().Select(Value.Of));
    }
}
