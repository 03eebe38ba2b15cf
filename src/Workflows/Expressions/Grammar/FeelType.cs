using System.Collections.Frozen;
using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <summary>A type after <c>instance of</c>. null is of the type Null only.</summary>
internal abstract record FeelType
{
    private static readonly FrozenDictionary<string, Func<Value, bool>> Plain = new Dictionary<string, Func<Value, bool>>(StringComparer.Ordinal)
    {
        ["Any"] = static value => value is not Value.Nothing,
        ["Null"] = static value => value is Value.Nothing,
        ["string"] = static value => value is Value.Text,
        ["number"] = static value => value is Value.Number,
        ["boolean"] = static value => value is Value.YesNo,
        ["date"] = static value => value is Value.Day,
        ["time"] = static value => value is Value.Clock,
        ["date and time"] = static value => value is Value.Moment,
        ["days and time duration"] = static value => value is Value.Span,
        ["years and months duration"] = static value => value is Value.Months,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private FeelType()
    {
    }

    public static FeelType Any { get; } = new Simple("Any");

    public static bool IsName(string words) => words is "list" or "context" || Plain.ContainsKey(words);

    public static FeelType? Named(string words) => Plain.ContainsKey(words) ? new Simple(words) : null;

    public abstract bool Has(Value value);

    public sealed record Simple(string Name) : FeelType
    {
        public override bool Has(Value value) => Plain[Name](value);
    }

    public sealed record ListOf(FeelType Item) : FeelType
    {
        public override bool Has(Value value) => value is Value.List list && list.Items.All(item => Item == Any || Item.Has(item));
    }

    /// <param name="Fields">Those that it must have, be it null; it may have more.</param>
    public sealed record ContextOf(ImmutableArray<(string Name, FeelType Type)> Fields) : FeelType
    {
        public override bool Has(Value value) => value is Value.Record record && Fields.All(field => record.Fields.TryGetValue(field.Name, out var held) && (held is Value.Nothing || field.Type.Has(held)));
    }
}
