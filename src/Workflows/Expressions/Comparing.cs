using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>Equality and order. Values of two types are not comparable: the answer is null.</summary>
internal static class Comparing
{
    public static Value Compare(string symbol, Value left, Value right, Work work)
    {
        if (symbol is "=" or "!=")
        {
            return AreEqual(left, right, work) is { } same ? Value.Of(same == (symbol is "=")) : Incomparable(left, right, work);
        }

        return Order(left, right) is { } order
            ? Value.Of(symbol switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 })
            : Incomparable(left, right, work);
    }

    /// <summary>Null when the two are of different types; null itself is equal to null only.</summary>
    public static bool? AreEqual(Value left, Value right, Work work)
    {
        if (left is Value.Nothing || right is Value.Nothing)
        {
            return left is Value.Nothing && right is Value.Nothing;
        }

        if (left.GetType() != right.GetType())
        {
            return null;
        }

        if (left is Value.List or Value.Record)
        {
            work.Made(left);
        }

        return !work.IsExhausted && left.Equals(right);
    }

    /// <summary>Below 0, 0 or above 0; null when there is no order between the two.</summary>
    public static int? Order(Value left, Value right) => (left, right) switch
    {
        (Value.Number a, Value.Number b) => a.Amount.CompareTo(b.Amount),
        (Value.Text a, Value.Text b) => string.CompareOrdinal(a.Content, b.Content),
        (Value.Day a, Value.Day b) => a.On.CompareTo(b.On),
        (Value.Moment a, Value.Moment b) => a.At.CompareTo(b.At),
        (Value.Clock a, Value.Clock b) => a.At.CompareTo(b.At),
        (Value.Span a, Value.Span b) => a.Length.CompareTo(b.Length),
        (Value.Months a, Value.Months b) => a.Count.CompareTo(b.Count),
        _ => null,
    };

    private static Value Incomparable(Value left, Value right, Work work) =>
        work.Fail($"{Kinds.Of(left)}と{Kinds.Of(right)}は比べられません。");
}
