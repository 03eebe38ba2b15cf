using System.Text.Json;
using OfficeWorkflow.Server.Automation.Forms;

namespace OfficeWorkflow.Server.Automation.Work.Api;

/// <summary>One question of a form as programs read it.</summary>
/// <param name="Type">As in form files: text, longText, number, choice, choices, yesNo, date, time, moment, file, person, rows.</param>
/// <param name="When">FEEL: asked, and required, only while it is true.</param>
/// <param name="Fields">Of one row.</param>
internal sealed record FieldJson(
    string Key,
    string Type,
    string Label,
    string? Help,
    bool IsRequired,
    bool IsReadOnly,
    string? When,
    int? MaxLength,
    decimal? Min,
    decimal? Max,
    int? MinRows,
    int? MaxRows,
    IReadOnlyList<FormOption> Options,
    IReadOnlyList<FieldJson> Fields)
{
    public static FieldJson Of(FormField field, string? group, Func<FormField, string?, IReadOnlyList<FormOption>> options) => new(
        field.Key,
        JsonNamingPolicy.CamelCase.ConvertName(field.Type.ToString()),
        field.Label,
        field.Help,
        field.IsRequired,
        field.IsReadOnly,
        field.When,
        field.MaxLength,
        field.Min,
        field.Max,
        field.MinRows,
        field.MaxRows,
        options(field, group),
        [.. field.Fields.Select(inner => Of(inner, field.Key, options))]);
}
