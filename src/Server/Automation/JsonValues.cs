using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation;

/// <summary>Values as the API writes and reads them: plain JSON. Texts stay texts; days and moments leave as ISO 8601.</summary>
internal static class JsonValues
{
    public static Value.Record Read(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } fields ? (Value.Record)ReadValue(fields) : Value.Record.Empty;

    public static JsonNode? Write(Value value) => value switch
    {
        Value.Text text => text.Content,
        Value.Number number => number.Amount,
        Value.YesNo answer => answer.Answer,
        Value.Day day => day.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Value.Clock clock => clock.At.ToString("HH:mm", CultureInfo.InvariantCulture),
        Value.Moment moment => moment.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        Value.Span span => System.Xml.XmlConvert.ToString(span.Length),
        Value.Months months => string.Create(CultureInfo.InvariantCulture, $"P{months.Count}M"),
        Value.List list => new JsonArray([.. list.Items.Select(Write)]),
        Value.Record record => new JsonObject(record.Fields.Select(static field => KeyValuePair.Create(field.Key, Write(field.Value)))),
        _ => null,
    };

    private static Value ReadValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Value.Of(json.GetString()!),
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? Value.Of(number) : Value.None,
        JsonValueKind.True => Value.Of(true),
        JsonValueKind.False => Value.Of(false),
        JsonValueKind.Array => Value.Of(json.EnumerateArray().Select(ReadValue)),
        JsonValueKind.Object => Value.Of(json.EnumerateObject()
            .DistinctBy(static field => field.Name, StringComparer.Ordinal)
            .Select(static field => KeyValuePair.Create(field.Name, ReadValue(field.Value)))),
        _ => Value.None,
    };
}
