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

        var wrong = entered.EnumerateObject()
            .Select(static property => property.Name)
            .Where(name => !definition.Fields.Any(field => string.Equals(field.Key, name.Split('.')[0], StringComparison.Ordinal)))
            .Select(static name => new Refusal("field-unknown", $"「{name}」という項目は、このフォームにありません。作業の form.fields にある名前を使ってください。", name))
            .ToList();
        return wrong.Count == 0 ? null : wrong[0] with { Others = wrong[1..] };
    }

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
