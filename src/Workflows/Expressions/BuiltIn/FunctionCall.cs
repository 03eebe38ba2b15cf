using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>A call under way. Each reader of an argument answers null, with a reason, when the argument is not of its type.</summary>
internal sealed record FunctionCall(string Name, ImmutableArray<Value> Arguments, Work Work)
{
    public int Count => Arguments.Length;

    public EvaluationMoment Moment => Work.Moment;

    public Value this[int index] => Arguments[index];

    public Value Fail(string reason) => Work.Fail($"{Name}: {reason}");

    public string? Text(int index)
    {
        if (Single(index) is Value.Text text)
        {
            return text.Content;
        }

        Wanted(index, "文字列");
        return null;
    }

    public decimal? Number(int index)
    {
        if (Single(index) is Value.Number number)
        {
            return number.Amount;
        }

        Wanted(index, "数値");
        return null;
    }

    /// <summary>A whole number that fits the arithmetic of days and positions.</summary>
    public int? Whole(int index)
    {
        if (Single(index) is Value.Number { Amount: >= -1_000_000 and <= 1_000_000 } number && decimal.IsInteger(number.Amount))
        {
            return (int)number.Amount;
        }

        Wanted(index, "整数");
        return null;
    }

    /// <summary>A date, or the office's date of a moment.</summary>
    public DateOnly? Day(int index)
    {
        switch (Single(index))
        {
            case Value.Day day:
                return day.On;
            case Value.Moment moment:
                return CivilTime.DayOf(moment.At, Moment.Calendar.Zone);
            default:
                Wanted(index, "日付");
                return null;
        }
    }

    /// <summary>The items of a list; of a single value, that value alone.</summary>
    public ImmutableArray<Value>? List(int index)
    {
        switch (this[index])
        {
            case Value.List list:
                return list.Items;
            case Value.Nothing:
                Wanted(index, "リスト");
                return null;
            default:
                return [this[index]];
        }
    }

    /// <summary>The items of the only argument, or all arguments where there are several.</summary>
    public ImmutableArray<Value>? ListOrAll() => Count == 1 ? List(0) : Arguments;

    /// <summary>The numbers of a list, or of all arguments; null with a reason when something else is among them.</summary>
    public ImmutableArray<decimal>? Numbers()
    {
        if (ListOrAll() is not { } items)
        {
            return null;
        }

        if (items.FirstOrDefault(static item => item is not Value.Number) is { } other)
        {
            Fail($"数値のリストが要りますが、{Kinds.Of(other)}が入っています。");
            return null;
        }

        return [.. items.Cast<Value.Number>().Select(static number => number.Amount)];
    }

    /// <summary>What floating point gives, where it fits a number of ours.</summary>
    public Value Inexact(double number) => double.IsFinite(number) && Math.Abs(number) < (double)decimal.MaxValue
        ? Value.Of((decimal)number)
        : Fail("計算できないか、結果が大きすぎます。");

    /// <summary>A list of one stands for its item, as a filter gives it.</summary>
    private Value Single(int index) => this[index] is Value.List { Items: [var only] } ? only : this[index];

    private void Wanted(int index, string kind) => Fail($"{index + 1}番目には{kind}が要りますが、{Kinds.Of(this[index])}です。");
}
