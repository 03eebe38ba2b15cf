using System.Globalization;
using System.Text.Json;
using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>A form as it comes over HTTP: fields of a page, or JSON of the API. Both become what a person would have typed.</summary>
public static class PostedForm
{
    public static FormTyped Of(FormDefinition definition, IFormCollection posted) => FormTyped.Of(
        definition,
        posted.Select(static entry => KeyValuePair.Create<string, IReadOnlyList<string>>(entry.Key, [.. entry.Value.Select(static text => text ?? "")])));

    /// <param name="values">An object of the form's fields; rows are lists of objects.</param>
    public static FormTyped Of(FormDefinition definition, JsonElement values)
    {
        var entries = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        foreach (var property in values.ValueKind is JsonValueKind.Object ? values.EnumerateObject() : default)
        {
            Add(entries, property.Name, property.Value);
        }

        return FormTyped.Of(definition, entries.DistinctBy(static entry => entry.Key, StringComparer.Ordinal));
    }

    /// <summary>What a program entered that the form does not ask: it would be lost without a word. Null when all is asked.</summary>
    public static Refusal? WrongNames(FormDefinition definition, JsonElement? values)
    {
        if (values is not { } entered || entered.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        if (entered.ValueKind is not JsonValueKind.Object)
        {
            return new Refusal("values-unreadable", "values には、フォームの項目を名前とする JSON のオブジェクトを送ってください。", "values");
        }

        var wrong = entered.EnumerateObject().SelectMany(property => Wrong(definition.Fields, property.Name, property.Value)).ToList();
        return wrong.Count == 0 ? null : wrong[0] with { Others = wrong[1..] };
    }

    private static IEnumerable<Refusal> Wrong(IReadOnlyList<FormField> fields, string name, JsonElement value)
    {
        if (!IsAsked(fields, name))
        {
            return [Unknown(name)];
        }

        return fields.FirstOrDefault(field => field.Type is FieldType.Rows && string.Equals(field.Key, name, StringComparison.Ordinal)) is { } group
            ? WrongRows(group, value)
            : [];
    }

    private static IEnumerable<Refusal> WrongRows(FormField group, JsonElement rows) => rows.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array when rows.GetArrayLength() > FormTyped.MostRows => [AnswerRules.OfRows(group, rows.GetArrayLength())!],
        JsonValueKind.Array when rows.EnumerateArray().All(static row => row.ValueKind is JsonValueKind.Object) => rows.EnumerateArray().Index()
            .SelectMany(row => row.Item.EnumerateObject().Where(field => !IsAsked(group.Fields, field.Name)).Select(field => Unknown(FormTyped.RowName(group.Key, row.Index, field.Name)))),
        _ => [new Refusal("rows-unreadable", $"「{group.Label}」（{group.Key}）には、行ごとの項目を名前とする JSON のオブジェクトを、配列にして送ってください。", group.Key)],
    };

    /// <summary>A field; or a part of one as a page names it, such as <c>visitedAt.time</c> or <c>needs.0.goal</c>.</summary>
    private static bool IsAsked(IReadOnlyList<FormField> fields, string name)
    {
        var parts = name.Split('.', 2);
        return fields.FirstOrDefault(field => string.Equals(field.Key, parts[0], StringComparison.Ordinal)) switch
        {
            null => false,
            _ when parts.Length == 1 => true,
            { Type: FieldType.Moment } field => string.Equals(name, field.Key + FormTyped.TimePart, StringComparison.Ordinal),
            { Type: FieldType.Rows } group => string.Equals(name, group.Key + FormTyped.RowsPart, StringComparison.Ordinal)
                || (parts[1].Split('.', 2) is [var row, var inner] && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out _) && IsAsked(group.Fields, inner)),
            _ => false,
        };
    }

    private static Refusal Unknown(string name) =>
        new("field-unknown", $"「{name}」という項目は、このフォームにありません。作業の form.fields にある名前を使ってください。", name);

    private static void Add(List<KeyValuePair<string, IReadOnlyList<string>>> entries, string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Array && value.EnumerateArray().Any(static item => item.ValueKind is JsonValueKind.Object))
        {
            entries.Add(new(name + FormTyped.RowsPart, [value.GetArrayLength().ToString(CultureInfo.InvariantCulture)]));
            foreach (var (index, row) in value.EnumerateArray().Index())
            {
                AddRow(entries, name, index, row);
            }
        }
        else
        {
            entries.Add(new(name, value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [Text(value)]));
        }
    }

    private static void AddRow(List<KeyValuePair<string, IReadOnlyList<string>>> entries, string name, int index, JsonElement row)
    {
        foreach (var field in row.ValueKind is JsonValueKind.Object ? row.EnumerateObject() : default)
        {
            Add(entries, FormTyped.RowName(name, index, field.Name), field.Value);
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Undefined => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };
}
