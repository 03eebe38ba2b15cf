using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Work.Lists;
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
        if (await IsHiddenAsync(workId, viewer, db, stop) || await db.Work.SingleOrDefaultAsync(work => work.Id == workId, stop) is not { } item)
        {
            return null;
        }

        var file = await db.Cases.SingleAsync(row => row.Id == item.CaseId, stop);
        var state = CaseFormat.Read(file.State);
        var process = await procedures.ProcessAsync(db, file.VersionId, stop);
        var form = forms.Find(item.Form, process) ?? new FormDefinition(item.NodeId, item.Name);
        var context = new ActContext(
            db, item.OfficeId, item.CaseId, item.Id, file.Subject, VariablesOf(state, item.EngineId),
            (Value.Record)CaseFormat.ReadValue(item.Inputs), viewer.PersonId, clock.GetUtcNow());
        return new WorkAtHand(
            item,
            file,
            state,
            process,
            form,
            ActOf(form),
            context,
            await calendars.OfAsync(db, item.OfficeId, stop),
            await PeopleAsync(db, stop));
    }

    public async Task<FormDefinition?> FormOfAsync(OfficeDb db, WorkLine line, CancellationToken stop) =>
        line.Form is null ? null : forms.Find(line.Form, await procedures.ProcessAsync(db, line.VersionId, stop));

    /// <returns>The row as it stands; null when there is no such work for them.</returns>
    public static async Task<WorkItem?> SeenAsync(Guid workId, Viewer viewer, OfficeDb db, CancellationToken stop) =>
        await IsHiddenAsync(workId, viewer, db, stop)
            ? null
            : await db.Work.AsNoTracking().SingleOrDefaultAsync(work => work.Id == workId, stop);

    public async Task<Seat> SeatAsync(Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var all = db.Work;
        var hidden = await db.WorkExclusions
            .Where(row => row.PersonId == viewer.PersonId && all.Any(work => work.Id == row.WorkId && work.EndedAt == null))
            .Select(static row => row.WorkId)
            .ToListAsync(stop);
        return new Seat(viewer, hidden, [.. forms.All.Where(form => ReservedTo(form.Key) is { Count: > 0 } roles && !roles.Any(viewer.Has)).Select(static form => form.Key)]);
    }

    /// <summary>Roles that the act behind a form is reserved to; a form of the procedure itself keeps the act of the one it stands for.</summary>
    public IReadOnlyList<string> ReservedTo(string? form) => forms.Find(form) is { } found ? ActOf(found)?.ReservedTo ?? [] : [];

    private static Task<bool> IsHiddenAsync(Guid workId, Viewer viewer, OfficeDb db, CancellationToken stop) =>
        db.WorkExclusions.AnyAsync(row => row.WorkId == workId && row.PersonId == viewer.PersonId, stop);

    private FormAct? ActOf(FormDefinition form) => form.Act is null
        ? null
        : byName.GetValueOrDefault(form.Act)
            ?? throw new InvalidOperationException($"Form '{form.Key}' names the act '{form.Act}', which nobody registered.");

    /// <summary>The variables where the work stands: inner frames hide those around them.</summary>
    internal static Value.Record VariablesOf(CaseState state, string engineId)
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
    internal static async Task<IReadOnlyList<FormOption>> PeopleAsync(OfficeDb db, CancellationToken stop)
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
