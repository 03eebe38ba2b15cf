using OfficeWorkflow.Server.Automation.Forms;

namespace OfficeWorkflow.Server.Automation.Work.Api;

/// <summary>A form as programs read it.</summary>
/// <param name="ReservedTo">Roles that alone may finish it; empty for no restriction.</param>
internal sealed record FormJson(string Key, string Title, string? Intro, IReadOnlyList<string> ReservedTo, IReadOnlyList<FieldJson> Fields)
{
    /// <param name="options">Of a field, in a group of rows where it stands in one.</param>
    public static FormJson Of(FormDefinition form, IReadOnlyList<string> reservedTo, Func<FormField, string?, IReadOnlyList<FormOption>> options) =>
        new(form.Key, form.Title, form.Intro, reservedTo, [.. form.Fields.Select(field => FieldJson.Of(field, group: null, options))]);
}
