using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>What of the office's work a person may know of, and whose they have.</summary>
/// <param name="Hidden">Open work that does not exist for them.</param>
/// <param name="ClosedForms">Forms whose act is reserved to roles that they do not have: standing in does not open them.</param>
public sealed record Seat(Viewer Viewer, IReadOnlyList<Guid> Hidden, IReadOnlyList<string> ClosedForms)
{
    /// <summary>All open work that they may know of.</summary>
    public IQueryable<WorkItem> Open(OfficeDb db)
    {
        var hidden = Hidden;
        var open = db.Work.AsNoTracking().Where(static work => work.EndedAt == null);
        return hidden.Count == 0 ? open : open.Where(work => !hidden.Contains(work.Id));
    }

    /// <summary>All ended work that they may know of.</summary>
    public IQueryable<WorkItem> Ended(OfficeDb db)
    {
        var (me, exclusions) = (Viewer.PersonId, db.WorkExclusions);
        return db.Work.AsNoTracking().Where(work => work.EndedAt != null && !exclusions.Any(row => row.WorkId == work.Id && row.PersonId == me));
    }

    /// <summary>Of open work: theirs, and on the days of a leave that of the one they stand in for.</summary>
    public IQueryable<WorkItem> Held(IQueryable<WorkItem> open) => open.Where(Holds());

    /// <summary>Of open work: what nobody has and one of their roles may take.</summary>
    public IQueryable<WorkItem> Claimable(IQueryable<WorkItem> open) => open.Where(MayTake());

    /// <summary>Whose it is comes first and as one question, so that the index by holder answers it.</summary>
    public Expression<Func<WorkItem, bool>> Holds()
    {
        var (me, all, closed) = (Viewer.PersonId, Viewer.StandsFor.Append(Viewer.PersonId).Select(static id => (Guid?)id).ToList(), ClosedForms);
        return all.Count == 1
            ? work => work.AssigneeId == me
            : work => all.Contains(work.AssigneeId) && (work.AssigneeId == me || work.Form == null || !closed.Contains(work.Form));
    }

    public Expression<Func<WorkItem, bool>> MayTake()
    {
        var roles = Viewer.Roles;
        return work => work.AssigneeId == null && (work.Role == null || roles.Contains(work.Role));
    }
}
