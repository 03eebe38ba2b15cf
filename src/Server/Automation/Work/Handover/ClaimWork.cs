using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Handover;

/// <summary>A person takes work that nobody has, or gives back what they have. One wins, the other reads who and when.</summary>
internal static class ClaimWork
{
    /// <param name="read">The state that the caller has read (If-Match); null where they do not insist on it.</param>
    internal static async Task<Outcome<Guid>> HandleAsync(Guid workId, string? read, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        if (await WorkDesk.SeenAsync(workId, viewer, db, stop) is not { } item)
        {
            return WorkAnswers.Unknown;
        }

        if (!EntityTag.Holds(read, item.Tag))
        {
            return EntityTag.Outdated;
        }

        if (WorkRules.MayDo(viewer, item, desk.ReservedTo(item.Form)) is { } no)
        {
            return no;
        }

        var isTaken = item.AssigneeId is null
            && await WorkMoving.HandleAsync(item, new WorkMoving.Move(WorkMoveKind.Claimed, viewer.PersonId) { Read = read }, viewer, desk.Clock.GetUtcNow(), db, stop);
        return isTaken ? workId : await WorkAnswers.TakenAsync(db, workId, read, viewer, stop) ?? (Outcome<Guid>)workId;
    }

    /// <param name="read">The state that the caller has read (If-Match); null where they do not insist on it.</param>
    internal static async Task<Outcome<Guid>> ReleaseAsync(Guid workId, string? read, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        if (await WorkDesk.SeenAsync(workId, viewer, db, stop) is not { } item)
        {
            return WorkAnswers.Unknown;
        }

        if (!EntityTag.Holds(read, item.Tag))
        {
            return EntityTag.Outdated;
        }

        var isReleased = item.AssigneeId == viewer.PersonId && item.OwnerId is null
            && await WorkMoving.HandleAsync(item, new WorkMoving.Move(WorkMoveKind.Released, To: null) { Read = read }, viewer, desk.Clock.GetUtcNow(), db, stop);
        return isReleased ? workId : await WorkAnswers.TakenAsync(db, workId, read, viewer, stop) ?? WorkAnswers.NotYours;
    }
}
