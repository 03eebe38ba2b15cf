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
        if (await db.MoveBatches.SingleOrDefaultAsync(batch => batch.Id == id, stop) is not { } found)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        foreach (var item in await db.MoveItems.Where(item => item.BatchId == id && item.State == MoveState.Waiting).ToListAsync(stop))
        {
            (item.State, item.EndedAt) = (MoveState.Withdrawn, now);
        }

        db.Note(found.OfficeId, now, "cases-move-withdrawn", $"procedure:{found.Key}", $"第{found.Number}版への移し替えのうち、まだのものを取りやめた。");
        await db.SaveChangesAsync(stop);
        return true;
    }
}
