using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using OfficeWorkflow.Workflows.Expressions;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>
/// Reads a form file: the properties of <see cref="FormDefinition"/>, <see cref="FormField"/> and <see cref="FormOption"/> in camelCase.
/// What it does not know it names.
/// </summary>
public static partial class FormReader
{
    private static readonly ImmutableHashSet<string> FormNames = ["key", "title", "intro", "fields", "act", "finishLabel"];

    private static readonly ImmutableHashSet<string> FieldNames =
    [
        "key", "type", "label", "help", "isRequired", "when", "options", "fields", "maxLength", "min", "max", "minRows", "maxRows", "isReadOnly", "section",
    ];

    private static readonly ImmutableDictionary<string, FieldType> Types =
        Enum.GetValues<FieldType>().ToImmutableDictionary(static type => JsonNamingPolicy.CamelCase.ConvertName(type.ToString()), StringComparer.Ordinal);

    public static FormReading Read(string json)
    {
        var findings = new List<FormFinding>();
        FormDefinition? form = null;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 });
            form = Form(document.RootElement, findings);
        }
        catch (JsonException wrong)
        {
            findings.Add(new FormFinding("form-not-json", "", $"JSONとして読めません（{wrong.LineNumber + 1}行目）。"));
        }

        return form is not null && findings.Count == 0 ? new FormReading.Readable(form) : new FormReading.Wrong(findings);
    }

    private static FormDefinition? Form(JsonElement element, List<FormFinding> findings)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            findings.Add(new FormFinding("form-not-object", "", "様式は { } で書いてください。"));
            return null;
        }

        NameUnknown(element, FormNames, "", findings);
        var key = Needed(element, "key", "", findings);
        return new FormDefinition(key, Needed(element, "title", "", findings))
        {
            Intro = Text(element, "intro", "", findings),
            Act = Text(element, "act", "", findings),
            FinishLabel = Text(element, "finishLabel", "", findings),
            Fields = Fields(element, "", isRow: false, findings),
        };
    }

    private static ImmutableArray<FormField> Fields(JsonElement parent, string place, bool isRow, List<FormFinding> findings)
    {
        if (!parent.TryGetProperty("fields", out var list))
        {
            return [];
        }

        if (list.ValueKind is not JsonValueKind.Array)
        {
            findings.Add(new FormFinding("fields-not-list", place, "fields は [ ] で書いてください。"));
            return [];
        }

        var fields = list.EnumerateArray().Select(item => Field(item, place, isRow, findings)).OfType<FormField>().ToImmutableArray();
        foreach (var twice in fields.CountBy(static field => field.Key, StringComparer.Ordinal).Where(static count => count.Value > 1))
        {
            findings.Add(new FormFinding("field-twice", Join(place, twice.Key), $"「{twice.Key}」が二度あります。"));
        }

        return fields;
    }

    private static FormField? Field(JsonElement element, string place, bool isRow, List<FormFinding> findings)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            findings.Add(new FormFinding("field-not-object", place, "欄は { } で書いてください。"));
            return null;
        }

        var key = Needed(element, "key", place, findings);
        var here = Join(place, key);
        NameUnknown(element, FieldNames, here, findings);
        if (!KeyShape().IsMatch(key))
        {
            findings.Add(new FormFinding("field-key", here, "key は英小文字で始まる英数字で書いてください。"));
        }

        var type = TypeOf(element, here, isRow, findings);
        return new FormField(key, type, Needed(element, "label", here, findings))
        {
            Help = Text(element, "help", here, findings),
            Section = Text(element, "section", here, findings),
            IsRequired = Flag(element, "isRequired", here, findings),
            IsReadOnly = Flag(element, "isReadOnly", here, findings),
            When = When(element, here, findings),
            Options = Options(element, here, findings),
            Fields = Fields(element, here, isRow: true, findings),
            MaxLength = Whole(element, "maxLength", here, findings),
            Min = Number(element, "min", here, findings),
            Max = Number(element, "max", here, findings),
            MinRows = Whole(element, "minRows", here, findings),
            MaxRows = Whole(element, "maxRows", here, findings),
        };
    }

    private static FieldType TypeOf(JsonElement element, string here, bool isRow, List<FormFinding> findings)
    {
        var name = Needed(element, "type", here, findings);
        if (!Types.TryGetValue(name, out var type))
        {
            findings.Add(new FormFinding("field-type", here, $"type「{name}」はありません。使えるもの: {string.Join("、", Types.Keys.Order(StringComparer.Ordinal))}。"));
        }
        else if (type is FieldType.Rows)
        {
            RowsAreWhole(element, here, isRow, findings);
        }

        return type;
    }

    private static void RowsAreWhole(JsonElement element, string here, bool isRow, List<FormFinding> findings)
    {
        if (isRow)
        {
            findings.Add(new FormFinding("rows-in-rows", here, "行の中に行は置けません。"));
        }
        else if (!element.TryGetProperty("fields", out var fields) || fields.ValueKind is not JsonValueKind.Array || fields.GetArrayLength() == 0)
        {
            findings.Add(new FormFinding("rows-without-fields", here, "rows には fields が必要です。"));
        }
    }

    private static string? When(JsonElement element, string here, List<FormFinding> findings)
    {
        var when = Text(element, "when", here, findings);
        if (when is not null && Expression.Parse(when) is ExpressionReading.Unreadable wrong)
        {
            findings.Add(new FormFinding("field-when", here, $"when が読めません（{wrong.Error.Position + 1}文字目）。{wrong.Error.Sentence}"));
        }

        return when;
    }

    private static ImmutableArray<FormOption> Options(JsonElement element, string here, List<FormFinding> findings)
    {
        if (!element.TryGetProperty("options", out var list))
        {
            return [];
        }

        if (list.ValueKind is not JsonValueKind.Array || list.EnumerateArray().Any(static item => item.ValueKind is not JsonValueKind.Object))
        {
            findings.Add(new FormFinding("options-not-list", here, "options は [{\"key\":…,\"label\":…}] で書いてください。"));
            return [];
        }

        return [.. list.EnumerateArray().Select(item => new FormOption(Needed(item, "key", here, findings), Needed(item, "label", here, findings)))];
    }

    private static void NameUnknown(JsonElement element, ImmutableHashSet<string> known, string place, List<FormFinding> findings) =>
        findings.AddRange(element.EnumerateObject()
            .Where(property => !known.Contains(property.Name))
            .Select(property => new FormFinding("unknown-property", Join(place, property.Name), $"「{property.Name}」という項目はありません。")));

    private static string Needed(JsonElement element, string name, string place, List<FormFinding> findings)
    {
        var text = Text(element, name, place, findings);
        if (string.IsNullOrWhiteSpace(text))
        {
            findings.Add(new FormFinding("property-missing", Join(place, name), $"「{name}」を書いてください。"));
        }

        return text ?? "";
    }

    private static string? Text(JsonElement element, string name, string place, List<FormFinding> findings) =>
        Property(element, name, JsonValueKind.String, place, findings)?.GetString();

    private static bool Flag(JsonElement element, string name, string place, List<FormFinding> findings)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.ValueKind is JsonValueKind.True;
        }

        findings.Add(WrongKind(name, place));
        return false;
    }

    private static decimal? Number(JsonElement element, string name, string place, List<FormFinding> findings)
    {
        if (Property(element, name, JsonValueKind.Number, place, findings) is not { } value)
        {
            return null;
        }

        if (value.TryGetDecimal(out var number))
        {
            return number;
        }

        findings.Add(WrongKind(name, place));
        return null;
    }

    private static int? Whole(JsonElement element, string name, string place, List<FormFinding> findings)
    {
        if (Property(element, name, JsonValueKind.Number, place, findings) is not { } value)
        {
            return null;
        }

        if (value.TryGetInt32(out var number) && number >= 0)
        {
            return number;
        }

        findings.Add(WrongKind(name, place));
        return null;
    }

    private static JsonElement? Property(JsonElement element, string name, JsonValueKind kind, string place, List<FormFinding> findings)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        findings.Add(WrongKind(name, place));
        return null;
    }

    private static FormFinding WrongKind(string name, string place) =>
        new("property-kind", Join(place, name), $"「{name}」の書き方が違います（文字は\"\"、数はそのまま、はい・いいえは true・false）。");

    private static string Join(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$", RegexOptions.None, 1000)]
    private static partial Regex KeyShape();
}
