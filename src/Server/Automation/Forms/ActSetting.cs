namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>Something that a procedure may decide about an act: an input of its work, whose value is the chosen keys with commas between.</summary>
public sealed record ActSetting(string Input, string Label, IReadOnlyList<FormOption> Options)
{
    public static IReadOnlySet<string> Chosen(Workflows.Model.Value input) =>
        input is Workflows.Model.Value.Text text
            ? text.Content.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>(StringComparer.Ordinal);
}
