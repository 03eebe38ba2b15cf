using System.Collections.Immutable;
using System.Globalization;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>Reads typed answers into values: shape first, then the rules of the form.</summary>
internal sealed class AnswerReader(FormContext context, FormTyped typed)
{
    private readonly List<Refusal> refusals = [];
    private readonly HashSet<string> hidden = new(StringComparer.Ordinal);
    private Value.Record form = Value.Record.Empty;

    public static FormAnswers Read(FormContext context, FormTyped typed)
    {
        var reader = new AnswerReader(context, typed);
        reader.ReadFields();
        return new FormAnswers(reader.form, [.. reader.refusals], [.. reader.hidden]);
    }

    private void ReadFields()
    {
        foreach (var field in context.Form.Fields)
        {
            var value = field.Type is FieldType.Rows && IsAsked(field, field.Key, Value.Record.Empty)
                ? Rows(field)
                : Asked(field, field.Key, group: null, Value.Record.Empty);
            form = form.With(field.Key, value);
        }
    }

    private Value.List Rows(FormField group)
    {
        var count = typed.Rows(group);
        var rows = Enumerable.Range(0, count)
            .Where(index => typed.IsTouched(group, index))
            .Select(index => Row(group, index))
            .ToImmutableArray();
        Refuse(AnswerRules.OfRows(group, rows.Length));
        return new Value.List([.. rows]);
    }

    private Value.Record Row(FormField group, int index) => group.Fields.Aggregate(
        Value.Record.Empty,
        (row, field) => row.With(field.Key, Asked(InRow(field, group, index), FormTyped.RowName(group.Key, index, field.Key), group.Key, row)));

    /// <summary>A field of a row is called by its row where something is said about it.</summary>
    private static FormField InRow(FormField field, FormField group, int index) =>
        field with { Label = string.Create(CultureInfo.InvariantCulture, $"{group.Label}の{index + 1}件目: {field.Label}") };

    private Value Asked(FormField field, string name, string? group, Value.Record row)
    {
        if (!IsAsked(field, name, row))
        {
            return Value.None;
        }

        var (value, wrong) = Shape(field, name, group);
        Refuse(wrong ?? AnswerRules.Of(field, name, value));
        return wrong is null ? value : Value.None;
    }

    private bool IsAsked(FormField field, string name, Value.Record row)
    {
        if (field.When is null || Expression.Parse(field.When) is not ExpressionReading.Readable when)
        {
            return true;
        }

        var isAsked = when.Expression.Evaluate(known => Known(known, row), context.Moment).Value is Value.YesNo { Answer: true };
        if (!isAsked)
        {
            hidden.Add(name);
        }

        return isAsked;
    }

    private Value? Known(string name, Value.Record row) =>
        row.Fields.GetValueOrDefault(name) ?? form.Fields.GetValueOrDefault(name) ?? context.Variables.Fields.GetValueOrDefault(name);

    private (Value Value, Refusal? Wrong) Shape(FormField field, string name, string? group)
    {
        var text = typed[name].Trim();
        return field.Type switch
        {
            FieldType.YesNo => (YesNo(field, text), null),
            FieldType.Choices => Choices(field, name, group),
            _ when text.Length == 0 && (field.Type is not FieldType.Moment || typed[name + FormTyped.TimePart].Trim().Length == 0) => (Value.None, null),
            FieldType.Text => (Value.Of(text.ReplaceLineEndings(" ")), null),
            FieldType.LongText => (Value.Of(typed[name].TrimEnd()), null),
            FieldType.Number => TypedText.Number(text) is { } number ? (Value.Of(number), null) : (Value.None, AnswerRules.NotANumber(field, name)),
            FieldType.Date => TypedText.Day(text) is { } day ? (Value.Of(day), null) : (Value.None, AnswerRules.NotADate(field, name)),
            FieldType.Time => TypedText.Clock(text) is { } clock ? (new Value.Clock(clock), null) : (Value.None, AnswerRules.NotATime(field, name)),
            FieldType.Moment => Moment(field, name, text),
            FieldType.Choice or FieldType.Person => context.OptionsOf(field, group).Any(option => string.Equals(option.Key, text, StringComparison.Ordinal))
                ? (Value.Of(text), null)
                : (Value.None, AnswerRules.NotAnOption(field, name)),
            _ => (Value.Of(text), null),
        };
    }

    /// <summary>A tick that is not made is a no; a question that must be answered stays open until it is.</summary>
    private static Value YesNo(FormField field, string text) => text switch
    {
        "true" => Value.Of(true),
        "" when field.IsRequired => Value.None,
        _ => Value.Of(false),
    };

    private (Value Value, Refusal? Wrong) Choices(FormField field, string name, string? group)
    {
        var keys = typed.All(name).Where(static key => key.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return keys.TrueForAll(key => context.OptionsOf(field, group).Any(option => string.Equals(option.Key, key, StringComparison.Ordinal)))
            ? (Value.Of(keys.Select(Value.Of)), null)
            : (Value.None, AnswerRules.NotAnOption(field, name));
    }

    private (Value Value, Refusal? Wrong) Moment(FormField field, string name, string text)
    {
        var time = typed[name + FormTyped.TimePart].Trim();
        if (time.Length == 0)
        {
            return TypedText.DayAndClock(text) is { } both
                ? (Value.Of(InTokyo(both.Day, both.Clock)), null)
                : (Value.None, TypedText.Day(text) is null ? AnswerRules.NotADate(field, name) : AnswerRules.TimeMissing(field, name));
        }

        return (TypedText.Day(text), TypedText.Clock(time)) switch
        {
            ({ } day, { } clock) => (Value.Of(InTokyo(day, clock)), null),
            (null, _) => (Value.None, AnswerRules.NotADate(field, name)),
            _ => (Value.None, AnswerRules.NotATime(field, name + FormTyped.TimePart)),
        };
    }

    private static DateTimeOffset InTokyo(DateOnly day, TimeOnly clock)
    {
        var local = day.ToDateTime(clock);
        return new DateTimeOffset(local, WorkCalendar.Tokyo.GetUtcOffset(local));
    }

    private void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            refusals.Add(refusal);
        }
    }
}
