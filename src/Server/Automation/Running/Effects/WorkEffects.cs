using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

internal static class WorkEffects
{
    public static Task OpenAsync(OfficeDb db, Decided decided, Effect.OpenWorkItem open)
    {
        var due = Due(open.Inputs["dueAt"], decided.Calendar);
        var assignee = Guid.TryParse(Text(open.Inputs["assignee"]), CultureInfo.InvariantCulture, out var person) ? person : (Guid?)null;
        var about = Text(open.Inputs["about"]) ?? "";
        db.Work.Add(new WorkItem
        {
            Id = DerivedId.Of(decided.File.Id, open.WorkId),
            OfficeId = decided.File.OfficeId,
            CaseId = decided.File.Id,
            EngineId = open.WorkId,
            NodeId = open.NodeId,
            Name = open.Name,
            Role = open.Role,
            IsManual = open.IsManual,
            Form = Text(open.Inputs["form"]),
            About = about,
            SearchText = SearchWords.Fold($"{open.Name} {about} {decided.File.SubjectLabel} {decided.File.ProcedureName}"),
            Inputs = CaseFormat.WriteValue(open.Inputs),
            OpenedAt = decided.At,
            DueAt = due,
            SortAt = due ?? WorkItem.NoDueDate,
            AssigneeId = assignee,
            AssignedAt = assignee is null ? null : decided.At,
        });
        return Task.CompletedTask;
    }

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

    private static string? Text(Value value) => (value as Value.Text)?.Content;

    /// <summary>A day is over when the office closes.</summary>
    private static DateTimeOffset? Due(Value value, WorkCalendar calendar) => value switch
    {
        Value.Moment moment => moment.At,
        Value.Day day => CivilTime.At(day.On, calendar.ClosesAt, calendar.Zone),
        _ => null,
    };
}
