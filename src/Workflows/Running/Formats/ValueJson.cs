using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running.Formats;

/// <summary>
/// Texts, numbers, yes/no, lists and records are JSON's own; the other kinds are <c>{"$":kind,"v":…}</c>, and so is a record
/// that has a field of that name.
/// </summary>
internal static class ValueJson
{
    private const string Kind = "$";

    public static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value)
        {
            case Value.Nothing:
                json.WriteNullValue();
                break;
            case Value.Text(var text):
                json.WriteStringValue(text);
                break;
            case Value.Number(var number):
                json.WriteNumberValue(number);
                break;
            case Value.YesNo(var answer):
                json.WriteBooleanValue(answer);
                break;
            case Value.List(var items):
                WriteList(json, items);
                break;
            case Value.Record record when record.Fields.ContainsKey(Kind):
                json.WriteStartObject();
                json.WriteString(Kind, "record");
                json.WritePropertyName("v");
                WriteRecord(json, record);
                json.WriteEndObject();
                break;
            case Value.Record record:
                WriteRecord(json, record);
                break;
            default:
                WriteTagged(json, value);
                break;
        }
    }

    public static void WriteList(Utf8JsonWriter json, ImmutableArray<Value> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    public static void WriteRecord(Utf8JsonWriter json, Value.Record record)
    {
        json.WriteStartObject();
        foreach (var (name, value) in record.Fields)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    public static Value Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => Value.None,
        JsonValueKind.String => new Value.Text(json.GetString()!),
        JsonValueKind.Number => new Value.Number(json.GetDecimal()),
        JsonValueKind.True => Value.Of(true),
        JsonValueKind.False => Value.Of(false),
        JsonValueKind.Array => new Value.List(ReadList(json)),
        JsonValueKind.Object when json.TryGetProperty(Kind, out var kind) => ReadTagged(kind.GetString()!, json.GetProperty("v")),
        JsonValueKind.Object => ReadRecord(json),
        _ => throw new UnreachableException($"No value is {json.ValueKind}."),
    };

    public static ImmutableArray<Value> ReadList(JsonElement json)
    {
        var items = ImmutableArray.CreateBuilder<Value>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            items.Add(Read(item));
        }

        return items.MoveToImmutable();
    }

    public static Value.Record ReadRecord(JsonElement json)
    {
        var fields = Value.Record.Empty.Fields.ToBuilder();
        foreach (var field in json.EnumerateObject())
        {
            fields[field.Name] = Read(field.Value);
        }

        return fields.Count == 0 ? Value.Record.Empty : new Value.Record(fields.ToImmutable());
    }

    private static void WriteTagged(Utf8JsonWriter json, Value value)
    {
        var (kind, text) = value switch
        {
            Value.Day(var day) => ("day", day.ToString("O", CultureInfo.InvariantCulture)),
            Value.Clock(var clock) => ("clock", clock.ToString("O", CultureInfo.InvariantCulture)),
            Value.Moment(var moment) => ("moment", moment.ToString("O", CultureInfo.InvariantCulture)),
            Value.Span(var span) => ("span", span.ToString("c", CultureInfo.InvariantCulture)),
            Value.Months(var months) => ("months", months.ToString(CultureInfo.InvariantCulture)),
            _ => throw new UnreachableException($"No text for {value.GetType().Name}."),
        };
        json.WriteStartObject();
        json.WriteString(Kind, kind);
        json.WriteString("v", text);
        json.WriteEndObject();
    }

    private static Value ReadTagged(string kind, JsonElement json) => kind switch
    {
        "day" => Value.Of(DateOnly.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture)),
        "clock" => new Value.Clock(TimeOnly.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture)),
        "moment" => Value.Of(DateTimeOffset.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture)),
        "span" => new Value.Span(TimeSpan.ParseExact(json.GetString()!, "c", CultureInfo.InvariantCulture)),
        "months" => new Value.Months(int.Parse(json.GetString()!, CultureInfo.InvariantCulture)),
        "record" => ReadRecord(json),
        _ => throw new UnreachableException($"No value of kind '{kind}'."),
    };
}
