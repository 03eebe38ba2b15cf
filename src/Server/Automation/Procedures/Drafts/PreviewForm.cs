using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>A form as whoever works with it will see it, drawn by what draws the work page.</summary>
public static class PreviewForm
{
    private const int LongestDefinition = 200_000;

    /// <param name="Key">Under which the procedure keeps it.</param>
    public sealed record Form(string Key, string Definition);

    /// <param name="Sheet">Null while the form cannot be read.</param>
    public sealed record Model(FormSheet? Sheet, IReadOnlyList<FormFinding> Findings);

    public static async Task<Model> HandleAsync(Form form, FormLibrary forms, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (form.Definition.Length > LongestDefinition)
        {
            return new Model(null, [new FormFinding("own-form-readable", "", "様式が大きすぎます。欄を減らしてください。")]);
        }

        var findings = CheckOwn.Form(form.Key, form.Definition, forms).ToList();
        if (FormReader.Read(form.Definition) is not FormReading.Readable { Form: var definition })
        {
            return new Model(null, findings);
        }

        var people = await db.People.Where(static person => person.ClosedAt == null).OrderBy(static person => person.Name).Select(static person => person.Name).ToListAsync(stop);
        var staff = people.ConvertAll(static name => new FormOption(name, name));
        var context = new FormContext(
            definition,
            PersonFields(definition).ToDictionary(static name => name, _ => (IReadOnlyList<FormOption>)staff, StringComparer.Ordinal),
            Value.Record.Empty,
            new EvaluationMoment(clock.GetUtcNow(), WorkCalendar.WeekdaysInTokyo));
        var typed = FormTyped.Empty;
        return new Model(new FormSheet(context, typed, "") { Hidden = AnswerReader.Read(context, typed).Hidden }, findings);
    }

    private static IEnumerable<string> PersonFields(FormDefinition form) =>
    [
        .. form.Fields.Where(static field => field.Type is FieldType.Person).Select(static field => field.Key),
        .. form.Fields.SelectMany(static rows => rows.Fields.Where(static field => field.Type is FieldType.Person).Select(field => $"{rows.Key}.{field.Key}")),
    ];
}
