using Microsoft.EntityFrameworkCore;

namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>
/// What a search finds in the open work, read once: counts and page are both made of it. A search that finds more than a person will look
/// through is counted by the database instead.
/// </summary>
internal static class Hits
{
    public const int Most = 1_000;

    /// <summary>
    /// The database is not asked for an order: where it keeps one in an index, it would rather walk that, row by row through the whole table, and few hits fill no page.
    /// </summary>
    /// <returns>In the order of the list; null when there are more than <see cref="Most"/>.</returns>
    public static async Task<List<WorkItem>?> ReadAsync(IQueryable<WorkItem> found, WorkSort sort, CancellationToken stop)
    {
        var hits = await found.Take(Most + 1).Select(static work => new WorkItem
        {
            Id = work.Id,
            OfficeId = work.OfficeId,
            CaseId = work.CaseId,
            EngineId = "",
            NodeId = "",
            Name = "",
            Inputs = "",
            OpenedAt = work.OpenedAt,
            Role = work.Role,
            Form = work.Form,
            SubjectSort = work.SubjectSort,
            Priority = work.Priority,
            SortAt = work.SortAt,
            FollowUpAt = work.FollowUpAt,
            AssigneeId = work.AssigneeId,
            OwnerId = work.OwnerId,
        }).ToListAsync(stop);
        if (hits.Count > Most)
        {
            return null;
        }

        hits.Sort((left, right) => WorkPlace.Of(left, sort).Against(WorkPlace.Of(right, sort)));
        return hits;
    }

    /// <summary>The ids of one page and whether more follow.</summary>
    public static (List<Guid> Ids, bool HasMore) Page(List<WorkItem> shown, WorkPlace? after)
    {
        var behind = shown.SkipWhile(hit => after?.IsBefore(hit) is false).Take(ListWork.PageSize + 1).Select(static work => work.Id).ToList();
        return (behind.GetRange(0, Math.Min(behind.Count, ListWork.PageSize)), behind.Count > ListWork.PageSize);
    }
}
