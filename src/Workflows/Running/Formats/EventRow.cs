using System.Collections.Immutable;
using System.Text.Json;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Running.Formats;

/// <summary>Writes one fact's array, field after field.</summary>
internal readonly struct EventRow
{
    private readonly Utf8JsonWriter json;

    public EventRow(Utf8JsonWriter json, string name)
    {
        this.json = json;
        json.WriteStartArray();
        json.WriteStringValue(name);
    }

    public EventRow Text(string? text)
    {
        json.TextOrNull(text);

        return this;
    }

    public EventRow Texts(ImmutableArray<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();

        return this;
    }

    public EventRow Word<TWord>(TWord word)
        where TWord : struct, Enum => Text(word.ToString());

    public EventRow Flag(bool flag)
    {
        json.WriteBooleanValue(flag);

        return this;
    }

    public EventRow Count(int count)
    {
        json.WriteNumberValue(count);

        return this;
    }

    public EventRow Value(Value value)
    {
        ValueJson.Write(json, value);

        return this;
    }

    public EventRow Values(ImmutableArray<Value> values)
    {
        ValueJson.WriteList(json, values);

        return this;
    }

    public EventRow Record(Value.Record record)
    {
        ValueJson.WriteRecord(json, record);

        return this;
    }

    public EventRow Due(Due due)
    {
        StateJson.WriteDue(json, due);

        return this;
    }

    public EventRow Renamed(ImmutableArray<Renamed> all)
    {
        json.WriteStartArray();
        foreach (var renamed in all)
        {
            json.WriteStartArray();
            json.WriteStringValue(renamed.From);
            json.TextOrNull(renamed.To);
            json.WriteEndArray();
        }

        json.WriteEndArray();

        return this;
    }

    public EventRow Tried(ImmutableArray<ConditionTried> all)
    {
        json.WriteStartArray();
        foreach (var tried in all)
        {
            json.WriteStartArray();
            json.WriteStringValue(tried.FlowId);
            json.WriteStringValue(tried.Text);
            ValueJson.WriteRecord(json, tried.Values);
            ValueJson.Write(json, tried.Result);
            json.WriteEndArray();
        }

        json.WriteEndArray();

        return this;
    }

    public void End() => json.WriteEndArray();
}
