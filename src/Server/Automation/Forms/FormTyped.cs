using System.Collections.Immutable;
using System.Globalization;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>
/// A form exactly as it was typed, wrong entries included, by field name: <c>title</c>, <c>visitedAt.time</c>, <c>needs.0.goal</c>;
/// <c>needs.rows</c> is the number of rows.
/// </summary>
public sealed record FormTyped(ImmutableSortedDictionary<string, ImmutableArray<string>> Entries)
{
    /// <summary>Ends the name of the time beside a day.</summary>
    public const string TimePart = ".time";

    /// <summary>Ends the name of a group's number of rows.</summary>
    public const string RowsPart = ".rows";

    /// <summary>No form has more rows than this in one group, whatever a request says.</summary>
    public const int MostRows = 300;

    public static FormTyped Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal));

    public string this[string name] => Entries.TryGetValue(name, out var typed) && typed.Length > 0 ? typed[0] : "";

    public static string RowName(string rows, int index, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"{rows}.{index}.{field}");

    /// <summary>What was posted, as far as it belongs to the form.</summary>
    public static FormTyped Of(FormDefinition definition, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> posted)
    {
        var known = definition.Fields.ToLookup(static field => field.Key, StringComparer.Ordinal);
        var entries = posted
            .Where(entry => known.Contains(entry.Key.Split('.')[0]))
            .ToImmutableSortedDictionary(
                static entry => entry.Key,
                static entry => entry.Value.Select(TypedText.Clean).ToImmutableArray(),
                StringComparer.Ordinal);
        return new FormTyped(entries);
    }

    /// <summary>Values as a person would have typed them.</summary>
    public static FormTyped Of(FormDefinition definition, Value.Record values) =>
        definition.Fields.Aggregate(Empty, (typed, field) => typed.Write(field, field.Key, values[field.Key]));

    public ImmutableArray<string> All(string name) => Entries.TryGetValue(name, out var typed) ? typed : [];

    /// <summary>One more than there may be at most is still read, so that too many are told and not dropped.</summary>
    public int Rows(FormField group) =>
        int.TryParse(this[group.Key + RowsPart], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? Math.Clamp(rows, 0, MostRows + 1) : group.LeastRows;

    public FormTyped With(string name, params ImmutableArray<string> typed) => new(Entries.SetItem(name, typed));

    public FormTyped WithRow(FormField group) => Rows(group) is var rows && rows < group.MostRows
        ? With(group.Key + RowsPart, (rows + 1).ToString(CultureInfo.InvariantCulture))
        : this;

    /// <summary>Without one row; those behind it move up.</summary>
    public FormTyped WithoutRow(FormField group, int index)
    {
        var prefix = group.Key + ".";
        var rows = Rows(group);
        if (index < 0 || index >= rows)
        {
            return this;
        }

        var kept = Entries
            .Select(entry => (Name: Moved(entry.Key, prefix, index), entry.Value))
            .Where(static entry => entry.Name is not null)
            .ToImmutableSortedDictionary(static entry => entry.Name!, static entry => entry.Value, StringComparer.Ordinal);
        return new FormTyped(kept).With(group.Key + RowsPart, (rows - 1).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>An untouched row is no row: its required fields are not asked.</summary>
    public bool IsTouched(FormField group, int index) => group.Fields.Any(field => All(RowName(group.Key, index, field.Key))
        .Any(static text => !string.IsNullOrWhiteSpace(text) && !string.Equals(text, "false", StringComparison.Ordinal)));

    /// <summary>Without rows in which nothing stands, so that the number of a row is the same in what was typed and in what it says.</summary>
    public FormTyped WithoutBlankRows(FormDefinition definition) =>
        definition.Fields.Where(static field => field.Type is FieldType.Rows).Aggregate(this, static (typed, group) =>
            Enumerable.Range(0, typed.Rows(group)).Reverse().Where(index => !typed.IsTouched(group, index))
                .Aggregate(typed, (kept, index) => kept.WithoutRow(group, index)));

    /// <summary>With what another says about fields about which this one says nothing; rows are taken whole.</summary>
    public FormTyped FilledFrom(FormTyped other)
    {
        var (said, more) = (Said(), other.Said());
        more.ExceptWith(said);
        return new FormTyped(Entries.Where(entry => !more.Contains(FieldOf(entry.Key)))
            .Concat(other.Entries.Where(entry => more.Contains(FieldOf(entry.Key))))
            .ToImmutableSortedDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal));
    }

    private HashSet<string> Said() => Entries
        .Where(static entry => !entry.Key.EndsWith(RowsPart, StringComparison.Ordinal) && entry.Value.Any(static text => !string.IsNullOrWhiteSpace(text)))
        .Select(static entry => FieldOf(entry.Key))
        .ToHashSet(StringComparer.Ordinal);

    private static string FieldOf(string name) => name.Split('.')[0];

    private static string? Moved(string name, string prefix, int removed)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal))
        {
            return name;
        }

        var parts = name.Split('.', 3);
        if (parts.Length < 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return name;
        }

        if (row == removed)
        {
            return null;
        }

        return RowName(parts[0], row > removed ? row - 1 : row, parts[2]);
    }

    private FormTyped Write(FormField field, string name, Value value) => value switch
    {
        Value.Nothing => this,
        Value.Moment moment when field.Type is FieldType.Moment => WriteMoment(name, moment.At),
        Value.List rows when field.Type is FieldType.Rows => WriteRows(field, name, rows),
        Value.List list => With(name, [.. list.Items.Select(Text)]),
        _ => With(name, Text(value)),
    };

    private FormTyped WriteMoment(string name, DateTimeOffset at)
    {
        var local = JapaneseEra.InTokyo(at);
        return With(name, JapaneseEra.Date(DateOnly.FromDateTime(local.DateTime)))
            .With(name + TimePart, local.ToString("H:mm", CultureInfo.InvariantCulture));
    }

    private FormTyped WriteRows(FormField group, string name, Value.List rows)
    {
        var typed = With(name + RowsPart, rows.Items.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var (index, row) in rows.Items.Index())
        {
            foreach (var field in row is Value.Record ? group.Fields : [])
            {
                typed = typed.Write(field, RowName(name, index, field.Key), ((Value.Record)row)[field.Key]);
            }
        }

        return typed;
    }

    private static string Text(Value value) => value switch
    {
        Value.Text text => text.Content,
        Value.Number number => number.Amount.ToString(CultureInfo.InvariantCulture),
        Value.YesNo answer => answer.Answer ? "true" : "false",
        Value.Day day => JapaneseEra.Date(day.On),
        Value.Clock clock => clock.At.ToString("H:mm", CultureInfo.InvariantCulture),
        Value.Moment moment => moment.At.ToString("O", CultureInfo.InvariantCulture),
        _ => "",
    };
}
