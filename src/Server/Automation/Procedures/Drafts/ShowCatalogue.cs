using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>All that a procedure of this office may name, in words: what the designer offers.</summary>
public sealed class ShowCatalogue(IEnumerable<Worker> workers, IEnumerable<FormAct> acts, FormLibrary forms, KnownValues known, TimeProvider clock)
{
    public sealed record Model(
        IReadOnlyList<Named> Roles,
        IReadOnlyList<Form> Forms,
        IReadOnlyList<Step> Steps,
        IReadOnlyList<Template> Templates,
        IReadOnlyList<KnownValue> Recipients,
        IReadOnlyList<KnownValue> Lists,
        IReadOnlyList<Called> Procedures,
        IReadOnlyList<string> Messages);

    public sealed record Named(string Key, string Label);

    public sealed record Form(string Key, string Title, IReadOnlyList<Field> Fields, IReadOnlyList<ActSetting> Settings);

    /// <param name="Type">The type as form files write it.</param>
    public sealed record Field(string Key, string Label, string Type, IReadOnlyList<Named> Options);

    public sealed record Step(string Type, string Label);

    public sealed record Template(string Key, string Subject);

    public sealed record Called(string Key, string Name);

    public async Task<Model> HandleAsync(OfficeDb db, CancellationToken stop)
    {
        var roles = Roles.All.Where(static role => role.Key is not Roles.Auditor).Select(static role => new Named(role.Key, role.Label)).ToList();
        var templates = await OfficeWordings.AllAsync(db, db.Scope.Office ?? Guid.Empty, clock.GetUtcNow(), stop);
        var procedures = await db.Procedures.OrderBy(static procedure => procedure.Key).Select(static procedure => new Called(procedure.Key, procedure.Name)).ToListAsync(stop);
        var messages = await db.MessageStarts.Select(static start => start.MessageName).Distinct().ToListAsync(stop);
        return new Model(
            roles,
            [.. forms.All.Select(form => new Form(form.Key, form.Title, [.. form.Fields.Select(Of)], SettingsOf(form)))],
            [.. workers.Select(static worker => new Step(worker.Type, worker.Label)).OrderBy(static step => step.Label, StringComparer.Ordinal)],
            [.. templates.Select(static template => new Template(template.Key, template.Subject))],
            [.. known.Recipients, .. roles.Select(static role => new KnownValue($"={{role: \"{role.Key}\"}}", $"事業所の{role.Label}"))],
            known.Lists,
            procedures,
            [.. messages.Order(StringComparer.Ordinal)]);
    }

    private IReadOnlyList<ActSetting> SettingsOf(FormDefinition form) =>
        acts.FirstOrDefault(act => string.Equals(act.Name, form.Act, StringComparison.Ordinal))?.Settings ?? [];

    private static Field Of(FormField field) => new(
        field.Key, field.Label, JsonNamingPolicy.CamelCase.ConvertName(field.Type.ToString()), [.. field.Options.Select(static option => new Named(option.Key, option.Label))]);
}
