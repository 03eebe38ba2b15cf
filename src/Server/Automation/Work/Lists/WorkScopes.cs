using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>The rows of each scope: counts and lists are both made from it.</summary>
internal sealed record WorkScopes(Seat Seat, DateTimeOffset Now)
{
    /// <summary>The scope that an address names; one's own work where it names none.</summary>
    public static InboxScope Named(string? name) => Enum.TryParse<InboxScope>(name, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : InboxScope.Mine;

    public IQueryable<WorkItem> Of(InboxScope scope, OfficeDb db) => scope switch
    {
        InboxScope.Done => Finished(db),

        // Each half by an index of its own: asked for both at once in an order, PostgreSQL walks through all open work until a page is full.
        InboxScope.Waiting => Seat.Open(db).Where(Owned()).Concat(Seat.Open(db).Where(AwaitedOfOthers())),
        _ => Seat.Open(db).Where(Shows(scope)),
    };

    /// <summary>Which part of open work a scope shows.</summary>
    public Expression<Func<WorkItem, bool>> Shows(InboxScope scope)
    {
        var now = Now;
        return scope switch
        {
            InboxScope.Mine => Saying.Both(Seat.Holds(), work => work.FollowUpAt == null || work.FollowUpAt <= now),
            InboxScope.Later => Saying.Both(Seat.Holds(), work => work.FollowUpAt > now),
            InboxScope.Roles => Seat.MayTake(),

            InboxScope.Waiting => Saying.Either(Owned(), AwaitedOfOthers()),

            // Work without a due date stands at the end of time, so this asks only what the order of the list is kept by.
            InboxScope.Overdue => work => work.SortAt < now,
            _ => static work => true,
        };
    }

    private Expression<Func<WorkItem, bool>> Owned()
    {
        var me = Seat.Viewer.PersonId;
        return work => work.OwnerId == me;
    }

    /// <summary>What others do or nobody has yet, and that is not one's own.</summary>
    private Expression<Func<WorkItem, bool>> AwaitedOfOthers()
    {
        var me = Seat.Viewer.PersonId;
        return work => work.AwaitedById == me && (work.AssigneeId == null || work.AssigneeId != me) && (work.OwnerId == null || work.OwnerId != me);
    }

    private IQueryable<WorkItem> Finished(OfficeDb db)
    {
        var me = Seat.Viewer.PersonId;
        return db.Work.AsNoTracking().Where(work => work.EndedAt != null && work.FinishedById == me);
    }
}
