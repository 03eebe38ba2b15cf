using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>The rows of each scope: counts and lists are both made from it.</summary>
/// <param name="Awaited">Open work of others in cases that the viewer started, and in what those called.</param>
internal sealed record WorkScopes(Seat Seat, IReadOnlyList<Guid> Awaited, DateTimeOffset Now)
{
    /// <summary>The scope that an address names; one's own work where it names none.</summary>
    public static InboxScope Named(string? name) => Enum.TryParse<InboxScope>(name, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : InboxScope.Mine;

    public static async Task<WorkScopes> OfAsync(Seat seat, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        var me = seat.Viewer.PersonId;
        var awaited = await (
            from root in db.Cases
            where root.StartedBy == me && root.Status == CaseStatus.Open
            join file in db.Cases on root.RootId equals file.RootId
            join work in db.Work on file.Id equals work.CaseId
            where work.EndedAt == null && (work.AssigneeId == null || work.AssigneeId != me)
            select work.Id).Distinct().ToListAsync(stop);
        return new WorkScopes(seat, awaited, now);
    }

    public IQueryable<WorkItem> Of(InboxScope scope, OfficeDb db) => scope is InboxScope.Done ? Finished(db) : Seat.Open(db).Where(Shows(scope));

    /// <summary>Which part of open work a scope shows.</summary>
    public Expression<Func<WorkItem, bool>> Shows(InboxScope scope)
    {
        var (me, now, awaited) = (Seat.Viewer.PersonId, Now, Awaited);
        return scope switch
        {
            InboxScope.Mine => Saying.Both(Seat.Holds(), work => work.FollowUpAt == null || work.FollowUpAt <= now),
            InboxScope.Later => Saying.Both(Seat.Holds(), work => work.FollowUpAt > now),
            InboxScope.Roles => Seat.MayTake(),
            InboxScope.Waiting => awaited.Count == 0
                ? work => work.OwnerId == me
                : work => work.OwnerId == me || awaited.Contains(work.Id),

            // Work without a due date stands at the end of time, so this asks only what the order of the list is kept by.
            InboxScope.Overdue => work => work.SortAt < now,
            _ => static work => true,
        };
    }

    private IQueryable<WorkItem> Finished(OfficeDb db)
    {
        var me = Seat.Viewer.PersonId;
        return db.Work.AsNoTracking().Where(work => work.EndedAt != null && work.FinishedById == me);
    }
}
