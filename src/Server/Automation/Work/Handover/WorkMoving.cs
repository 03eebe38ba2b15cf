using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Handover;

/// <summary>Work changes hands in one commit, if it still stands as it was seen: of several who want it, one has it.</summary>
internal static class WorkMoving
{
    /// <param name="To">Who has it then; null when it is back in its lane.</param>
    /// <param name="Owner">Whose it stays.</param>
    internal sealed record Move(WorkMoveKind Kind, Guid? To, Guid? Owner = null, string? Reason = null)
    {
        /// <summary>The state that the caller has read (If-Match); null where they do not insist on it.</summary>
        public string? Read { get; init; }
    }

    /// <returns>Whether it was as seen.</returns>
    public static Task<bool> HandleAsync(WorkItem seen, Move move, Viewer viewer, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        var isInsisting = EntityTag.Insists(move.Read);
        db.ForgetWhatWasRead();
        return db.InTransactionAsync(
            async inner =>
            {
                var assignedAt = move.To is null ? (DateTimeOffset?)null : now;
                var rows = await db.Work
                    .Where(row => row.Id == seen.Id && row.EndedAt == null && row.AssigneeId == seen.AssigneeId && row.OwnerId == seen.OwnerId
                        && (!isInsisting || (row.DueAt == seen.DueAt && row.FollowUpAt == seen.FollowUpAt && row.Priority == seen.Priority)))
                    .ExecuteUpdateAsync(
                        row => row.SetProperty(static work => work.AssigneeId, move.To)
                            .SetProperty(static work => work.AssignedAt, assignedAt)
                            .SetProperty(static work => work.OwnerId, move.Owner)
                            .SetProperty(static work => work.FollowUpAt, (DateTimeOffset?)null),
                        inner);
                if (rows == 1)
                {
                    await NoteAsync(seen, move, viewer, now, db, inner);
                }

                return rows == 1;
            },
            stop);
    }

    private static async Task NoteAsync(WorkItem seen, Move move, Viewer viewer, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        db.WorkMoves.Add(Of(seen, move, viewer, now));
        if (AuditOf(move.Kind, seen.Name) is var (act, text))
        {
            db.Note(seen.OfficeId, now, act, $"work:{seen.Id}", text, seen.CaseId);
        }

        if (move is { Kind: WorkMoveKind.Delegated, To: { } helper })
        {
            await HandoverDrafts.LendAsync(seen.Id, viewer.PersonId, helper, db, stop);
        }
        else if (move is { Kind: WorkMoveKind.HandedBack, To: { } owner })
        {
            await HandoverDrafts.GiveBackAsync(seen.Id, viewer.PersonId, owner, db, stop);
        }

        await db.SaveChangesAsync(stop);
    }

    private static WorkMove Of(WorkItem seen, Move move, Viewer viewer, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = seen.OfficeId,
        CaseId = seen.CaseId,
        WorkId = seen.Id,
        Kind = move.Kind,
        ById = viewer.PersonId,
        At = now,
        FromId = seen.AssigneeId,
        ToId = move.To,
        Reason = move.Reason,
    };

    private static (string Act, string Text)? AuditOf(WorkMoveKind kind, string name) => kind switch
    {
        WorkMoveKind.Reassigned => ("work-reassigned", $"作業「{name}」の担当を変えた。"),
        WorkMoveKind.Delegated => ("work-delegated", $"作業「{name}」の準備を頼んだ。"),
        WorkMoveKind.HandedBack => ("work-handed-back", $"作業「{name}」を準備して返した。"),
        WorkMoveKind.TakenBack => ("work-taken-back", $"準備を頼んだ作業「{name}」を取り戻した。"),
        _ => null,
    };
}
