using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>Takes back what of a batch still waits; what was moved stays moved.</summary>
public static class WithdrawMove
{
    /// <returns>False when there is no such batch.</returns>
    public static async Task<bool> HandleAsync(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.MoveBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == id, stop) is not { } found)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await db.InTransactionAsync(
            async inner =>
            {
                if (await TakeBackAsync(found, code: null, reason: null, now, db, inner) > 0)
                {
                    db.Note(found.OfficeId, now, "cases-move-withdrawn", $"procedure:{found.Key}", $"第{found.Number}版への移し替えのうち、まだのものを取りやめた。");
                }

                return await db.SaveChangesAsync(inner);
            },
            stop);
        return true;
    }

    /// <summary>In one statement, so that a move under way takes nothing of it away and nothing away from it: what it has not moved by then it no longer moves.</summary>
    /// <returns>How many waited.</returns>
    internal static Task<int> TakeBackAsync(MoveBatch batch, string? code, string? reason, DateTimeOffset at, OfficeDb db, CancellationToken stop) =>
        db.MoveItems.Where(item => item.BatchId == batch.Id && item.State == MoveState.Waiting).ExecuteUpdateAsync(
            item => item
                .SetProperty(static row => row.State, MoveState.Withdrawn)
                .SetProperty(static row => row.EndedAt, at)
                .SetProperty(static row => row.Code, code)
                .SetProperty(static row => row.Reason, reason),
            stop);
}
