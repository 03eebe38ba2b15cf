using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

internal static class ListFunctions
{
    public static ImmutableArray<Function> All { get; } =
    [
        new("count", 1, 1, static call => call.List(0) is { } items ? Value.Of(items.Length) : Value.None),
        new("sum", 1, int.MaxValue, static call => Numbers(call) is { Length: > 0 } numbers ? Sum(call, numbers) : Value.None),
        new("mean", 1, int.MaxValue, Mean),
        new("min", 1, int.MaxValue, static call => Extreme(call, sign: -1)),
        new("max", 1, int.MaxValue, static call => Extreme(call, sign: 1)),
        new("list contains", 2, 2, Contains),
        new("index of", 2, 2, IndexOf),
        new("append", 2, int.MaxValue, static call => call.List(0) is { } items ? new Value.List(items.AddRange(call.Arguments[1..])) : Value.None),
        new("concatenate", 1, int.MaxValue, static call => Joined(call) is { } items ? new Value.List(items) : Value.None),
        new("union", 1, int.MaxValue, static call => Joined(call) is { } items ? Distinct(items) : Value.None),
        new("distinct values", 1, 1, static call => call.List(0) is { } items ? Distinct(items) : Value.None),
        new("flatten", 1, 1, static call => call.List(0) is { } items ? new Value.List([.. Flat(items)]) : Value.None),
        new("reverse", 1, 1, static call => call.List(0) is { } items ? new Value.List([.. items.Reverse()]) : Value.None),
        new("sort", 1, 1, Sort),
        new("sublist", 2, 3, Sublist),
    ];

    private static ImmutableArray<decimal>? Numbers(FunctionCall call)
    {
        if (call.ListOrAll() is not { } items)
        {
            return null;
        }

        if (items.IsEmpty)
        {
            call.Fail("リストが空です。");
            return null;
        }

        if (items.FirstOrDefault(static item => item is not Value.Number) is { } other)
        {
            call.Fail($"数値のリストが要りますが、{Kinds.Of(other)}が入っています。");
            return null;
        }

        return [.. items.Cast<Value.Number>().Select(static number => number.Amount)];
    }

    private static Value Sum(FunctionCall call, ImmutableArray<decimal> numbers) =>
        numbers.Aggregate(Value.Of(0m), (sum, number) => Arithmetic.Apply("+", sum, Value.Of(number), call.Work));

    private static Value Mean(FunctionCall call) =>
        Numbers(call) is { Length: > 0 } numbers && Sum(call, numbers) is Value.Number sum ? Value.Of(sum.Amount / numbers.Length) : Value.None;

    private static Value Extreme(FunctionCall call, int sign)
    {
        if (call.ListOrAll() is not { } items)
        {
            return Value.None;
        }

        if (items.IsEmpty)
        {
            return call.Fail("リストが空です。");
        }

        var extreme = items[0];

        foreach (var item in items)
        {
            if (Comparing.Order(item, extreme) is not { } order)
            {
                return call.Fail($"{Kinds.Of(item)}と{Kinds.Of(extreme)}は比べられません。");
            }

            extreme = order * sign > 0 ? item : extreme;
        }

        return extreme;
    }

    private static Value Contains(FunctionCall call) =>
        call.List(0) is { } items ? Value.Of(items.Any(item => Comparing.AreEqual(item, call[1], call.Work) == true)) : Value.None;

    private static Value IndexOf(FunctionCall call) =>
        call.List(0) is { } items
            ? Value.Of(items.Select((item, index) => (item, index))
                .Where(pair => Comparing.AreEqual(pair.item, call[1], call.Work) == true)
                .Select(static pair => Value.Of(pair.index + 1)))
            : Value.None;

    private static ImmutableArray<Value>? Joined(FunctionCall call)
    {
        var joined = ImmutableArray.CreateBuilder<Value>();

        for (var i = 0; i < call.Count; i++)
        {
            if (call.List(i) is not { } items)
            {
                return null;
            }

            joined.AddRange(items);
        }

        return joined.ToImmutable();
    }

    private static Value.List Distinct(ImmutableArray<Value> items) => new([.. items.Distinct()]);

    private static IEnumerable<Value> Flat(ImmutableArray<Value> items) =>
        items.SelectMany(static item => item is Value.List inner ? Flat(inner.Items) : [item]);

    private static Value Sort(FunctionCall call)
    {
        if (call.List(0) is not { } items)
        {
            return Value.None;
        }

        return items.FirstOrDefault(item => Comparing.Order(item, items[0]) is null) is { } other
            ? call.Fail($"{Kinds.Of(other)}と{Kinds.Of(items[0])}は並べられません。")
            : new Value.List([.. items.Order(Comparer<Value>.Create(static (a, b) => Comparing.Order(a, b) ?? 0))]);
    }

    private static Value Sublist(FunctionCall call)
    {
        if (call.List(0) is not { } items || call.Whole(1) is not { } start)
        {
            return Value.None;
        }

        var from = start < 0 ? items.Length + start : start - 1;
        var length = call.Count == 3 ? call.Whole(2) : items.Length - from;

        return length is { } wanted && start != 0 && from >= 0 && wanted >= 0 && from + wanted <= items.Length
            ? new Value.List(items.Slice(from, wanted))
            : call.Fail("その位置はリストにありません。");
    }
}
