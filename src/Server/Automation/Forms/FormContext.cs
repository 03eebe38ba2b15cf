using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>What a form's answers are read against.</summary>
/// <param name="Options">Options beside the file's own, by field key or <c>rows.field</c>.</param>
/// <param name="Variables">The case's variables, for conditions.</param>
public sealed record FormContext(
    FormDefinition Form,
    IReadOnlyDictionary<string, IReadOnlyList<FormOption>> Options,
    Value.Record Variables,
    EvaluationMoment Moment)
{
    /// <param name="group">Key of the rows that the field stands in, or null.</param>
    public IReadOnlyList<FormOption> OptionsOf(FormField field, string? group) =>
        Options.TryGetValue(group is null ? field.Key : $"{group}.{field.Key}", out var supplied) ? supplied : field.Options;
}
