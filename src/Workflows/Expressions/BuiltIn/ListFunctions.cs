using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

internal static class ListFunctions
{
    public static ImmutableArray<Function> All { get; } =
    [
        new("count", "list", static call => call.List(0) is { } items ? Value.Of(items.Length) : Value.None),
        new("min", "list...", static call => Extreme(call, sign: -1)),
        new("max", "list...", static call => Extreme(call, sign: 1)),
        new("list contains", "list, element", Contains),
        new("index of", "list, match", IndexOf),
        new("append", "list, item...", static call => call.List(0) is { } items ? new Value.List(items.AddRange(call.Arguments[1..])) : Value.None),
        new("concatenate", "list...", static call => Joined(call) is { } items ? new Value.List(items) : Value.None),
        new("union", "list...", static call => Joined(call) is { } items ? Distinct(items) : Value.None),
        new("distinct values", "list", static call => call.List(0) is { } items ? Distinct(items) : Value.None),
        new("flatten", "list", static call => call.List(0) is { } items ? new Value.List([.. Flat(items)]) : Value.None),
        new("reverse", "list", static call => call.List(0) is { } items ? new Value.List([.. items.Reverse()]) : Value.None),
        new("sort", "list", Sort),
        new("sublist", "list, start position, length?", Sublist),
        new("insert before", "list, position, newItem", static call => At(call, static (items, at, item) => items.Insert(at, item))),
        new("remove", "list, position", static call => At(call, static (items, at, _) => items.RemoveAt(at))),
        new("list replace", "list, position, newItem", static call => At(call, static (items, at, item) => items.SetItem(at, item))),
    ];

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

    /// <summary>The list with something done at a position; 1 is the first, -1 the last.</summary>
    private static Value At(FunctionCall call, Func<ImmutableArray<Value>, int, Value, ImmutableArray<Value>> done)
    {
        if (call.List(0) is not { } items || call.Whole(1) is not { } position)
        {
            return Value.None;
        }

        var at = position < 0 ? items.Length + position : position - 1;

        return at >= 0 && at < items.Length
            ? new Value.List(done(items, at, call.Count == 3 ? call[2] : Value.None))
            : call.Fail($"{position}番目はリストにありません。");
    }
}
