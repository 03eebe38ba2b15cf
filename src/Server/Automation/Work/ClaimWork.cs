using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>A person takes work that nobody has, or gives back what they have. One wins, the other reads who and when.</summary>
internal static class ClaimWork
{
    internal static async Task<Outcome<Guid>> HandleAsync(Guid workId, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        if (await db.Work.AsNoTracking().SingleOrDefaultAsync(row => row.Id == workId, stop) is not { } item)
        {
            return WorkAnswers.Unknown;
        }

        if (WorkRules.MayDo(viewer, item, desk.ReservedTo(item.Form)) is { } no)
        {
            return no;
        }

        var now = desk.Clock.GetUtcNow();
        var isTaken = await db.InTransactionAsync(
            async inner =>
            {
                var rows = await db.Work.Where(row => row.Id == workId && row.EndedAt == null && row.AssigneeId == null).ExecuteUpdateAsync(
                    row => row.SetProperty(static work => work.AssigneeId, viewer.PersonId).SetProperty(static work => work.AssignedAt, now), inner);
                return rows == 1 && await NoteAsync(db, item, WorkMoveKind.Claimed, viewer, now, inner);
            },
            stop);
        return isTaken ? workId : await WorkAnswers.TakenAsync(db, workId, viewer, stop) ?? (Outcome<Guid>)workId;
    }

    internal static async Task<Outcome<Guid>> ReleaseAsync(Guid workId, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Work.AsNoTracking().SingleOrDefaultAsync(row => row.Id == workId, stop) is not { } item)
        {
            return WorkAnswers.Unknown;
        }

        var now = clock.GetUtcNow();
        var isReleased = await db.InTransactionAsync(
            async inner =>
            {
                var rows = await db.Work.Where(row => row.Id == workId && row.EndedAt == null && row.AssigneeId == viewer.PersonId).ExecuteUpdateAsync(
                    static row => row.SetProperty(static work => work.AssigneeId, (Guid?)null).SetProperty(static work => work.AssignedAt, (DateTimeOffset?)null), inner);
                return rows == 1 && await NoteAsync(db, item, WorkMoveKind.Released, viewer, now, inner);
            },
            stop);
        return isReleased ? workId : await WorkAnswers.TakenAsync(db, workId, viewer, stop) ?? WorkAnswers.NotYours;
    }

    private static async Task<bool> NoteAsync(OfficeDb db, WorkItem item, WorkMoveKind kind, Viewer viewer, DateTimeOffset now, CancellationToken stop)
    {
        db.WorkMoves.Add(new WorkMove
        {
            Id = Guid.CreateVersion7(),
            OfficeId = item.OfficeId,
            CaseId = item.CaseId,
            WorkId = item.Id,
            Kind = kind,
            ById = viewer.PersonId,
            At = now,
            FromId = item.AssigneeId,
            ToId = kind is WorkMoveKind.Claimed ? viewer.PersonId : null,
        });
        await db.SaveChangesAsync(stop);
        return true;
    }
}
