using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Expressions.Grammar;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>The bindings of for, some and every: each iterator over each, the last one fastest.</summary>
internal static class Iteration
{
    /// <summary>False when something to iterate over is none.</summary>
    public static bool Run(ImmutableArray<Node.Iterator> iterators, NameScope? scope, Evaluator evaluator, Work work, Action<NameScope?> each)
    {
        if (iterators.IsEmpty)
        {
            each(scope);
            return true;
        }

        var iterator = iterators[0];
        var items = iterator.To is null
            ? Items(evaluator.Evaluate(iterator.From, scope), work)
            : Range(evaluator.Evaluate(iterator.From, scope), evaluator.Evaluate(iterator.To, scope), work);

        if (items is null)
        {
            return false;
        }

        return items.All(item =>
            work.Spend(1) && Run(iterators[1..], new NameScope(iterator.Name, item, Fields: null, scope), evaluator, work, each));
    }

    private static IEnumerable<Value>? Items(Value source, Work work)
    {
        switch (source)
        {
            case Value.List list:
                return list.Items;
            case Value.Nothing:
                work.Fail("繰り返すリストがありません。");
                return null;
            default:
                return [source];
        }
    }

    private static IEnumerable<Value>? Range(Value from, Value to, Work work)
    {
        switch (from, to)
        {
            case (Value.Number first, Value.Number last) when decimal.IsInteger(first.Amount) && decimal.IsInteger(last.Amount):
                return Numbers(first.Amount, last.Amount);
            case (Value.Day first, Value.Day last):
                return Days(first.On, last.On);
            default:
                work.Fail("繰り返しの範囲は整数か日付で書いてください。");
                return null;
        }
    }

    private static IEnumerable<Value> Numbers(decimal first, decimal last)
    {
        var step = first <= last ? 1 : -1;

        for (var number = first; number != last; number += step)
        {
            yield return Value.Of(number);
        }

        yield return Value.Of(last);
    }

    private static IEnumerable<Value> Days(DateOnly first, DateOnly last)
    {
        var step = first <= last ? 1 : -1;

        for (var day = first; day != last; day = day.AddDays(step))
        {
            yield return Value.Of(day);
        }

        yield return Value.Of(last);
    }
}
