using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>
/// Cases that wait to be moved on a day on which a newer version is in use. Nobody wants them on the older one any more: it was gone back from, or changed
/// once more. They stay where they are until somebody moves them to the newer one.
/// </summary>
public static class OvertakenMoves
{
    private const string Code = "version-overtaken";

    /// <summary>How many cases of a procedure wait to be moved.</summary>
    public static Task<int> PlannedAsync(string key, OfficeDb db, CancellationToken stop) =>
        (from item in db.MoveItems
         where item.State == MoveState.Waiting && item.CaseId != null
         join batch in db.MoveBatches on item.BatchId equals batch.Id
         where batch.Key == key
         select item.CaseId).Distinct().CountAsync(stop);

    /// <summary>How many cases were to be moved until a version was published, and nobody has moved or put down since.</summary>
    public static Task<int> CountAsync(ProcedureVersion version, OfficeDb db, CancellationToken stop)
    {
        var items = db.MoveItems;
        return (
            from item in items
            where item.Code == Code && item.EndedAt == version.PublishedAt && !items.Any(other => other.CaseId == item.CaseId && other.State == MoveState.Waiting)
            join file in db.Cases on item.CaseId equals file.Id
            where file.ProcedureKey == version.Key && file.VersionId != version.Id && file.Status == CaseStatus.Open && file.StoppedAt == null
            select file.Id).Distinct().CountAsync(stop);
    }

    /// <summary>Takes back what a new version overtakes; the caller saves in the same transaction.</summary>
    internal static async Task WithdrawAsync(ProcedureVersion version, OfficeDb db, CancellationToken stop)
    {
        var (today, items) = (CivilTime.DayOf(version.PublishedAt, WorkCalendar.Tokyo), db.MoveItems);
        var waiting = await db.MoveBatches.AsNoTracking()
            .Where(batch => batch.OfficeId == version.OfficeId && batch.Key == version.Key && items.Any(item => item.BatchId == batch.Id && item.State == MoveState.Waiting))
            .ToListAsync(stop);
        foreach (var batch in waiting.Where(batch => version.StartsOn <= today || version.StartsOn <= CivilTime.DayOf(batch.DueAt, WorkCalendar.Tokyo)))
        {
            if (await WithdrawMove.TakeBackAsync(batch, Code, $"第{version.Number}版を公開したため、移しませんでした。", version.PublishedAt, db, stop) > 0)
            {
                db.Note(
                    batch.OfficeId, version.PublishedAt, "cases-move-withdrawn", $"procedure:{batch.Key}", $"第{version.Number}版を公開したため、第{batch.Number}版への移し替えのうち、まだのものを取りやめた。");
            }
        }
    }
}
