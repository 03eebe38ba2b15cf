using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Automation.Work.Exclusions;
using OfficeWorkflow.Server.Automation.Work.Planning;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

internal static class WorkEffects
{
    public static async Task OpenAsync(OfficeDb db, Decided decided, Effect.OpenWorkItem open, CancellationToken stop)
    {
        var (file, id) = (decided.File, DerivedId.Of(decided.File.Id, open.WorkId));
        var due = Due(open.Inputs["dueAt"], decided.Calendar);
        var assignee = Guid.TryParse(Text(open.Inputs["assignee"]), CultureInfo.InvariantCulture, out var person) ? person : (Guid?)null;
        var about = Text(open.Inputs["about"]) ?? "";
        var excluded = await Excluding.OfAsync(db, file, open.Inputs, stop);
        var known = excluded.Count == 0 ? [] : await db.WorkExclusions.Where(row => row.WorkId == id).Select(static row => row.PersonId).ToListAsync(stop);
        db.WorkExclusions.AddRange(excluded.Except(known).Select(one => new WorkExclusion { WorkId = id, PersonId = one, OfficeId = file.OfficeId }));
        assignee = assignee is { } named && excluded.Contains(named) ? null : assignee;
        db.Work.Add(new WorkItem
        {
            Id = id,
            OfficeId = file.OfficeId,
            CaseId = file.Id,
            EngineId = open.WorkId,
            NodeId = open.NodeId,
            Name = open.Name,
            Role = open.Role,
            IsManual = open.IsManual,
            Form = Text(open.Inputs["form"]),
            About = about,
            SearchText = SearchWords.Of(open.Name, about, file),
            ProcedureKey = file.ProcedureKey,
            Subject = file.Subject,
            SubjectSort = SearchWords.Fold(file.SubjectReading ?? file.SubjectLabel ?? ""),
            Priority = PriorityOf(Text(open.Inputs["priority"])),
            Inputs = CaseFormat.WriteValue(open.Inputs),
            OpenedAt = decided.At,
            DueAt = due,
            SortAt = due ?? WorkItem.NoDueDate,
            AssigneeId = assignee,
            AssignedAt = assignee is null ? null : decided.At,
            AwaitedById = await StarterAsync(db, file, stop),
        });
    }

    /// <summary>A called case was started by another case: who waits for it is who started the one at the top.</summary>
    private static async Task<Guid?> StarterAsync(OfficeDb db, CaseFile file, CancellationToken stop) =>
        file.RootId == file.Id ? file.StartedBy : (await db.Cases.FindAsync([file.RootId], stop))?.StartedBy;

    public static async Task CloseAsync(OfficeDb db, Decided decided, Effect.CloseWorkItem close, CancellationToken stop)
    {
        var item = await db.Work.SingleAsync(work => work.CaseId == decided.File.Id && work.EngineId == close.WorkId, stop);
        if (!item.IsOpen)
        {
            // Ended already in the commit that cancelled a case above this one.
            return;
        }

        item.EndedAt = decided.At;
        item.End = close.End;
        item.FinishedById = close.End is WorkEnd.Finished ? Applying.PersonOf(decided.Input) : null;
    }

    /// <summary>
    /// What it is about and when it falls due follow what the case knows now, whoever set them before; who does it, and how pressing it is, stays arranged.
    /// </summary>
    public static async Task ChangeAsync(OfficeDb db, Decided decided, Effect.ChangeWorkItem change, CancellationToken stop)
    {
        var item = await db.Work.SingleAsync(work => work.CaseId == decided.File.Id && work.EngineId == change.WorkId, stop);
        var inputs = ((Value.Record)CaseFormat.ReadValue(item.Inputs)).With(change.Inputs);
        var (about, due) = (Text(inputs["about"]) ?? "", Due(inputs["dueAt"], decided.Calendar));
        var entry = db.Entry(item);
        entry.Property(static work => work.Inputs).CurrentValue = CaseFormat.WriteValue(inputs);
        entry.Property(static work => work.About).CurrentValue = about;
        entry.Property(static work => work.SearchText).CurrentValue = SearchWords.Of(item.Name, about, decided.File);
        if (change.Inputs.Fields.ContainsKey("dueAt") && due != item.DueAt)
        {
            TellOfDue(db, decided, item, due, change.Reason);
            (item.DueAt, item.SortAt) = (due, due ?? WorkItem.NoDueDate);
        }
    }

    private static void TellOfDue(OfficeDb db, Decided decided, WorkItem item, DateTimeOffset? due, string reason)
    {
        if (Applying.PersonOf(decided.Input) is { } by)
        {
            db.WorkMoves.Add(PlanWork.DueMoved(item, due, reason, by, decided.At));
        }

        db.Note(item.OfficeId, decided.At, "work-due-changed", $"work:{item.Id}", $"作業「{item.Name}」の期限を変えた。", item.CaseId);
    }

    private static WorkPriority PriorityOf(string? text) => text switch
    {
        "high" => WorkPriority.High,
        "low" => WorkPriority.Low,
        _ => WorkPriority.Normal,
    };

    private static string? Text(Value value) => (value as Value.Text)?.Content;

    /// <summary>A day is over when the office closes.</summary>
    internal static DateTimeOffset? Due(Value value, WorkCalendar calendar) => value switch
    {
        Value.Moment moment => moment.At,
        Value.Day day => CivilTime.At(day.On, calendar.ClosesAt, calendar.Zone),
        _ => null,
    };
}
