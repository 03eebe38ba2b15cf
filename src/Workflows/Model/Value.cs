using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>
/// A value that a case can remember: the closed set of FEEL's types (OMG DMN 10.3.2).
/// Equality is by content, so that a stored and reloaded value equals the one that was written.
/// </summary>
public abstract record Value
{
    private Value()
    {
    }

    /// <summary>FEEL null: unknown, absent, or the result of an expression that failed.</summary>
    public static Value None { get; } = new Nothing();

    public static Value Of(string text) => new Text(text);

    public static Value Of(decimal number) => new Number(number);

    public static Value Of(bool answer) => new YesNo(answer);

    public static Value Of(DateOnly day) => new Day(day);

    public static Value Of(DateTimeOffset moment) => new Moment(moment);

    public static Value Of(params IEnumerable<Value> items) => new List([.. items]);

    public static Value Of(IEnumerable<KeyValuePair<string, Value>> fields) =>
        new Record(fields.ToImmutableSortedDictionary(StringComparer.Ordinal));

    public sealed record Nothing : Value;

    public sealed record Text(string Content) : Value;

    public sealed record Number(decimal Amount) : Value;

    public sealed record YesNo(bool Answer) : Value;

    /// <summary>A civil date.</summary>
    public sealed record Day(DateOnly On) : Value;

    /// <summary>A time of day.</summary>
    public sealed record Clock(TimeOnly At) : Value;

    /// <summary>A point in time; its offset is kept.</summary>
    public sealed record Moment(DateTimeOffset At) : Value;

    /// <summary>FEEL days and time duration.</summary>
    public sealed record Span(TimeSpan Length) : Value;

    /// <summary>FEEL years and months duration, in months.</summary>
    public sealed record Months(int Count) : Value;

    public sealed record List(ImmutableArray<Value> Items) : Value
    {
        public bool Equals(List? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);
    }

    /// <summary>FEEL context: named values, kept in ordinal order of their names.</summary>
    public sealed record Record(ImmutableSortedDictionary<string, Value> Fields) : Value
    {
        public static Record Empty { get; } = new(ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal));

        /// <summary>The field's value, or <see cref="None"/> when there is no such field.</summary>
        public Value this[string name] => Fields.TryGetValue(name, out var value) ? value : None;

        public Record With(string name, Value value) => new(Fields.SetItem(name, value));

        public Record With(Record more) => more.Fields.IsEmpty ? this : new(Fields.SetItems(more.Fields));

        public bool Equals(Record? other) =>
            other is not null && Fields.Count == other.Fields.Count && Fields.SequenceEqual(other.Fields);

        public override int GetHashCode() => Fields.Aggregate(19, static (hash, field) => HashCode.Combine(hash, field.Key, field.Value));
    }
}
