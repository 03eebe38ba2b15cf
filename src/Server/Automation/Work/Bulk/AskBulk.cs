using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Work.Handover;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Bulk;

/// <summary>What was chosen in a list, before something is done to all of it: shown once more, with what must be said about it.</summary>
public static class AskBulk
{
    /// <param name="Rows">What came of it; empty before it was done.</param>
    public sealed record Model(
        BulkAct Act, IReadOnlyList<WorkLine> Lines, IReadOnlyList<Option> People, string? To, string? DueOn, string? Reason, string OperationId, IReadOnlyList<BulkWork.Row> Rows, IReadOnlyList<Refusal> Refusals)
    {
        public IEnumerable<BulkWork.Row> Failed => Rows.Where(static row => !row.IsDone);
    }

    internal static async Task<Model> HandleAsync(
        BulkWork.Form form, IReadOnlyList<BulkWork.Row> rows, IReadOnlyList<Refusal> refusals, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var act = Enum.TryParse<BulkAct>(form.Act, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : BulkAct.Assign;
        var ids = (form.Work ?? []).Distinct().Take(BulkWork.Most).ToList();
        var seat = await desk.SeatAsync(viewer, db, stop);
        var lines = await WorkLine.OfAsync(seat.Open(db).Where(work => ids.Contains(work.Id)).OrderBy(static work => work.SortAt), desk.Clock.GetUtcNow(), db, stop);
        return new Model(act, lines, await Members.WhoWorkAsync(db, stop), form.To, form.DueOn, form.Reason, form.OperationId ?? Guid.CreateVersion7().ToString("N"), rows, refusals);
    }
}
