using System.Text.Json;
using System.Text.Json.Nodes;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.Office.Support;

/// <summary>The worked case of 利用者A: what people type into each form, from the procedure's own file.</summary>
internal static class CaseA
{
    private static readonly string Folder = Path.Combine(Root(), "src/Workflows/Procedures/plan-creation");

    private static readonly JsonArray Steps = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "cases/case-a.json")))!["steps"]!.AsArray();

    public static IReadOnlyList<string> FormKeys { get; } =
        [.. Directory.GetFiles(Path.Combine(Folder, "forms"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static string FormText(string key) => File.ReadAllText(Path.Combine(Folder, "forms", key + ".json"));

    public static FormDefinition Form(string key) => ((FormReading.Readable)FormReader.Read(FormText(key))).Form;

    /// <summary>A copy of what is typed, to be changed by a test.</summary>
    public static JsonObject Typed(string form, string? addressee = null) => Step(form, addressee)["values"]!.DeepClone().AsObject();

    /// <summary>When the form is finished.</summary>
    public static DateTimeOffset At(string form, string? addressee = null) => Moment(Step(form, addressee)["at"]!.GetValue<string>());

    /// <summary>The values that the form makes of what is typed.</summary>
    public static Value.Record Answers(FormDefinition form, JsonObject typed, FormPrefill prefill) => Record(form.Fields, typed, "", prefill);

    /// <summary>The step of a form in the walk; of two consents the one of that stage.</summary>
    public static (JsonObject Typed, DateTimeOffset At) OfWalk(string form, string? stage, string about)
    {
        var step = Steps.FirstOrDefault(step => Is(step, "form", form) && (step!["stage"] is null || Is(step, "stage", stage)) && (step["addressee"] is null || about.Contains(step["addressee"]!.GetValue<string>(), StringComparison.Ordinal)))
            ?? Steps.First(step => Is(step, "form", form));
        return (step!["values"]!.DeepClone().AsObject(), Moment(step["at"]!.GetValue<string>()));
    }

    private static bool Is(JsonNode? step, string key, string? value) => string.Equals(step![key]?.GetValue<string>(), value, StringComparison.Ordinal);

    private static JsonNode Step(string form, string? addressee) => Steps.Single(step =>
        string.Equals(step!["form"]!.GetValue<string>(), form, StringComparison.Ordinal)
        && (addressee is null || string.Equals(step["addressee"]?.GetValue<string>(), addressee, StringComparison.Ordinal)))!;

    private static Value.Record Record(IReadOnlyList<FormField> fields, JsonObject typed, string prefix, FormPrefill prefill)
    {
        Assert.Empty(typed.Select(entry => entry.Key).Except(fields.Select(field => field.Key), StringComparer.Ordinal));
        return new Value.Record(Value.Record.Empty.Fields.AddRange(
            fields.Select(field => KeyValuePair.Create(field.Key, Read(field, typed[field.Key], prefix + field.Key, prefill)))));
    }

    private static Value Read(FormField field, JsonNode? typed, string name, FormPrefill prefill) => (field.Type, typed) switch
    {
        (_, null) => field.Type is FieldType.YesNo ? Value.Of(answer: false) : Value.None,
        (FieldType.Rows, JsonArray rows) => Value.Of(rows.Select(row => (Value)Record(field.Fields, row!.AsObject(), name + ".", prefill))),
        (FieldType.Choices, JsonArray keys) => Value.Of(keys.Select(key => Value.Of(Option(field, key!.GetValue<string>(), name, prefill)))),
        (FieldType.Choice, _) => Value.Of(Option(field, typed.GetValue<string>(), name, prefill)),
        (FieldType.YesNo, _) => Value.Of(typed.GetValue<bool>()),
        (FieldType.Number, _) => Value.Of(typed.Deserialize<decimal>()),
        (FieldType.Date, _) => Value.Of(TypedText.Day(typed.GetValue<string>())!.Value),
        (FieldType.Time, _) => new Value.Clock(TypedText.Clock(typed.GetValue<string>())!.Value),
        (FieldType.Moment, _) => Value.Of(Moment(typed.GetValue<string>())),
        _ => Value.Of(typed.GetValue<string>()),
    };

    private static string Option(FormField field, string typed, string name, FormPrefill prefill)
    {
        var options = prefill.Options.TryGetValue(name, out var known) ? known : field.Options;
        var label = typed.StartsWith("label:", StringComparison.Ordinal) ? typed["label:".Length..] : null;
        if (typed.StartsWith("part:", StringComparison.Ordinal))
        {
            return options.First(option => option.Label.Contains(typed["part:".Length..], StringComparison.Ordinal)).Key;
        }

        return options.Single(option => string.Equals(label is null ? option.Key : option.Label, label ?? typed, StringComparison.Ordinal)).Key;
    }

    private static DateTimeOffset Moment(string typed)
    {
        var (day, clock) = TypedText.DayAndClock(typed)!.Value;
        return new DateTimeOffset(day.ToDateTime(clock), WorkCalendar.Tokyo.GetUtcOffset(day.ToDateTime(clock)));
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "OfficeWorkflow.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests lie outside the repository.");
    }
}
