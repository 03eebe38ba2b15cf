using System.Globalization;
using System.Text.Json;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>Values that a person writes into a case, one a line: <c>name = value</c>.</summary>
internal static class WrittenValues
{
    public static Outcome<Value.Record> Read(string? text)
    {
        var values = Value.Record.Empty;
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var value])
            {
                return new Refusal("values-unreadable", $"「{line}」を読めません。1行に1つ、「名前 = 値」の形で書いてください。", "values");
            }

            values = values.With(name, ReadValue(value));
        }

        return values;
    }

    /// <summary>As JSON writes it (lists and records too), a day as 2026-04-01; anything else is text.</summary>
    private static Value ReadValue(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Value.Of(day);
        }

        try
        {
            using var json = JsonDocument.Parse($"{{\"value\":{text}}}");
            return JsonValues.Read(json.RootElement)["value"];
        }
        catch (JsonException)
        {
            return Value.Of(text);
        }
    }
}
