using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>What became of each case of a batch.</summary>
public static class ShowMove
{
    public sealed record Row(Guid? CaseId, string Subject, MoveState State, int FromNumber, string? Reason, DateTimeOffset? EndedAt);

    public sealed record Model(MoveBatch Batch, string Name, string By, IReadOnlyList<Row> Rows)
    {
        public bool MayMove { get; init; }

        public int Count(MoveState state) => Rows.Count(row => row.State == state && row.CaseId is not null);
    }

    public static async Task<Model?> HandleAsync(string key, Guid id, OfficeDb db, CancellationToken stop)
    {
        if (await db.MoveBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == id && batch.Key == key, stop) is not { } found)
        {
            return null;
        }

        var rows = await (
            from item in db.MoveItems
            where item.BatchId == id
            join file in db.Cases on item.CaseId equals file.Id into files
            from file in files.DefaultIfEmpty()
            orderby item.Id
            select new Row(item.CaseId, file == null ? "" : file.SubjectLabel ?? "―", item.State, item.FromNumber, item.Reason, item.EndedAt)).ToListAsync(stop);
        var name = await db.Procedures.Where(row => row.Key == key).Select(static row => row.Name).SingleOrDefaultAsync(stop);
        var by = await db.People.Where(row => row.Id == found.AskedBy).Select(static row => row.Name).SingleOrDefaultAsync(stop);
        return new Model(found, name ?? key, by ?? "―", rows);
    }
}
