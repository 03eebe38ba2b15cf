using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>Lays out one work item: its row, case, form, act and what the act may know.</summary>
public sealed class WorkDesk(
    ProcedureLibrary procedures, FormLibrary forms, IEnumerable<FormAct> acts, OfficeCalendars calendars, TimeProvider clock)
{
    private readonly Dictionary<string, FormAct> byName = acts.ToDictionary(static act => act.Name, StringComparer.Ordinal);

    public TimeProvider Clock => clock;

    /// <returns>Null when there is no such work in the office.</returns>
    public async Task<WorkAtHand?> OpenAsync(Guid workId, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        if (await db.Work.SingleOrDefaultAsync(work => work.Id == workId, stop) is not { } item)
        {
            return null;
        }

        var file = await db.Cases.SingleAsync(row => row.Id == item.CaseId, stop);
        var state = CaseFormat.Read(file.State);
        var form = forms.Find(item.Form) ?? new FormDefinition(item.NodeId, item.Name);
        var context = new ActContext(
            db, item.OfficeId, item.CaseId, item.Id, file.Subject, VariablesOf(state, item.EngineId),
            (Value.Record)CaseFormat.ReadValue(item.Inputs), viewer.PersonId, clock.GetUtcNow());
        return new WorkAtHand(
            item,
            file,
            state,
            await procedures.ProcessAsync(db, file.VersionId, stop),
            form,
            ActOf(form),
            context,
            await calendars.OfAsync(db, item.OfficeId, stop),
            await PeopleAsync(db, stop));
    }

    public FormDefinition? FormOf(string? key) => forms.Find(key);

    /// <summary>Roles that the act behind a form is reserved to.</summary>
    public IReadOnlyList<string> ReservedTo(string? form) => forms.Find(form) is { } found ? ActOf(found)?.ReservedTo ?? [] : [];

    private FormAct? ActOf(FormDefinition form) => form.Act is null
        ? null
        : byName.GetValueOrDefault(form.Act)
            ?? throw new InvalidOperationException($"Form '{form.Key}' names the act '{form.Act}', which nobody registered.");

    /// <summary>The variables where the work stands: inner frames hide those around them.</summary>
    private static Value.Record VariablesOf(CaseState state, string engineId)
    {
        var scope = state.Wait(engineId) is { } wait ? state.Token(wait.TokenId)?.ScopeId : null;
        var frames = new List<ScopeState>();
        while (scope is not null && state.Scopes.FirstOrDefault(frame => string.Equals(frame.Id, scope, StringComparison.Ordinal)) is { } frame)
        {
            frames.Add(frame);
            scope = frame.ParentId;
        }

        return frames.AsEnumerable().Reverse().Aggregate(state.Variables, static (known, frame) => known.With(frame.Variables));
    }

    /// <summary>Ids become text here and not in the database, which would write them its own way.</summary>
    private static async Task<IReadOnlyList<FormOption>> PeopleAsync(OfficeDb db, CancellationToken stop)
    {
        var members = db.PersonRoles;
        var people = await db.People
            .Where(person => person.ClosedAt == null && members.Any(role => role.PersonId == person.Id && role.Role != Roles.Auditor))
            .OrderBy(static person => person.Name)
            .Select(static person => new { person.Id, person.Name })
            .ToListAsync(stop);
        return people.ConvertAll(static person => new FormOption(person.Id.ToString(), person.Name));
    }
}
