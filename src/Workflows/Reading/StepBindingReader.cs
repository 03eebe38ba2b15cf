using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Reading;

/// <summary>What performs a task: <c>elsa:activityBinding</c> with its inputs.</summary>
internal static class StepBindingReader
{
    public static StepBinding? Read(XElement task, Definitions definitions)
    {
        var binding = task.Element(BpmnNames.Bpmn + "extensionElements")?.Element(BpmnNames.Elsa + "activityBinding");
        if (binding is null)
        {
            return null;
        }

        var inputs = ImmutableArray.CreateBuilder<StepInput>();
        foreach (var input in binding.Elements(BpmnNames.Elsa + "input"))
        {
            if (Input(input) is { } read)
            {
                inputs.Add(read);
            }
            else
            {
                definitions.Add("step-inputs-are-readable", task, $"ステップの入力「{(string?)input.Attribute("name")}」が読めません。", "入力を設定し直してください。");
            }
        }

        return new StepBinding((string?)binding.Attribute("activityType") ?? "", inputs.ToImmutable());
    }

    private static StepInput? Input(XElement input)
    {
        if ((string?)input.Attribute("name") is not { Length: > 0 } name || Constant(input.Value) is not { } value)
        {
            return null;
        }

        return value is Value.Text { Content: ['=', ..] } text
            ? new StepInput(name, Value.None, new Formula(text.Content))
            : new StepInput(name, value, null);
    }

    /// <summary><c>{"typeName":…,"expression":{"type":"Literal","value":…}}</c>; null when it is something else.</summary>
    private static Value? Constant(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);

            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("expression", out var expression)
                && expression.ValueKind == JsonValueKind.Object
                && expression.TryGetProperty("value", out var value)
                && (!expression.TryGetProperty("type", out var type) || type.ValueEquals("Literal") || type.ValueEquals("Object"))
                    ? ValueOf(value)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Value ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Value.Of(element.GetString()!),
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? Value.Of(number) : Value.None,
        JsonValueKind.True => Value.Of(true),
        JsonValueKind.False => Value.Of(false),
        JsonValueKind.Array => Value.Of(element.EnumerateArray().Select(ValueOf)),
        JsonValueKind.Object => element.EnumerateObject().Aggregate(
            Value.Record.Empty, static (record, field) => record.With(field.Name, ValueOf(field.Value))),
        _ => Value.None,
    };
}
