using System.Globalization;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>The buttons that add a row to a group and take one out: <c>add:key</c>, <c>remove:key:0</c>.</summary>
public static class RowButton
{
    public const string Name = "row";

    /// <returns>What stands in the form then, and where on the page that is.</returns>
    public static (FormTyped Typed, string Place) Press(FormDefinition form, FormTyped typed, string? pressed)
    {
        var parts = pressed?.Split(':') ?? [];
        var group = parts.Length > 1 ? form.Fields.FirstOrDefault(field => field.Type is FieldType.Rows && string.Equals(field.Key, parts[1], StringComparison.Ordinal)) : null;
        return (group, parts) switch
        {
            ({ IsReadOnly: false }, ["add", _]) => (typed.WithRow(group), group.Key),
            ({ IsReadOnly: false }, ["remove", _, var row]) when int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var index) =>
                (typed.WithoutRow(group, index), group.Key),
            _ => (typed, "fields"),
        };
    }
}
