using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>A work item as lists show it: a safe summary, without anything that stands in its form or its case.</summary>
public sealed record WorkLine(
    Guid Id, string Name, string About, string? Subject, string Procedure, Guid CaseId, string? Role, DateTimeOffset? DueAt, bool IsOverdue,
    Guid? AssigneeId, string? Assignee, DateTimeOffset OpenedAt, DateTimeOffset? EndedAt)
{
    /// <summary>Key of its form.</summary>
    public string? Form { get; init; }

    /// <summary>Version of the procedure that its case runs on.</summary>
    public Guid VersionId { get; init; }

    public WorkEnd? End { get; init; }

    public WorkPriority Priority { get; init; } = WorkPriority.Normal;

    public DateTimeOffset? FollowUpAt { get; init; }

    /// <summary>Name of whose it stays while it is prepared.</summary>
    public string? Owner { get; init; }

    public string? SubjectId { get; init; }

    public static async Task<IReadOnlyList<WorkLine>> OfAsync(IQueryable<WorkItem> items, DateTimeOffset now, OfficeDb db, CancellationToken stop) =>
        await OfAsync(await items.AsNoTracking().ToListAsync(stop), now, db, stop);

    internal static async Task<IReadOnlyList<WorkLine>> OfAsync(List<WorkItem> items, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        var caseIds = items.Select(static work => work.CaseId).Distinct().ToList();
        var files = await db.Cases.AsNoTracking()
            .Where(file => caseIds.Contains(file.Id))
            .Select(static file => new { file.Id, file.SubjectLabel, file.ProcedureName, file.VersionId })
            .ToDictionaryAsync(static file => file.Id, stop);
        var ids = items.SelectMany(static work => new[] { work.AssigneeId, work.OwnerId }).OfType<Guid>().Distinct().ToList();
        var names = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(static person => person.Id, static person => person.Name, stop);
        return items.ConvertAll(work => new WorkLine(
            work.Id, work.Name, work.About, files[work.CaseId].SubjectLabel, files[work.CaseId].ProcedureName, work.CaseId, work.Role, work.DueAt,
            work.IsOverdue(now), work.AssigneeId, work.AssigneeId is { } who ? names.GetValueOrDefault(who) : null,
            work.OpenedAt, work.EndedAt)
        {
            Form = work.Form,
            VersionId = files[work.CaseId].VersionId,
            End = work.End,
            Priority = work.Priority,
            FollowUpAt = work.FollowUpAt,
            Owner = work.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null,
            SubjectId = work.Subject,
        });
    }
}
