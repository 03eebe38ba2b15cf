using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work.Handover;
using OfficeWorkflow.Server.Automation.Work.Planning;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Bulk;

/// <summary>
/// One act on several work items, each by the same use case and in a commit of its own as if it were done alone, with an answer for each. Sent
/// again, what was done stays done and is answered so.
/// </summary>
public sealed class BulkWork(WorkDesk desk, CaseRunner runner, OfficeCalendars calendars, OfficeDbs dbs)
{
    public const int Most = 200;

    /// <param name="Act">A <see cref="BulkAct"/>.</param>
    /// <param name="Work">Ids.</param>
    /// <param name="To">Whom it is given to.</param>
    /// <param name="DueOn">The new due day.</param>
    /// <param name="OperationId">Of the caller's own making.</param>
    public sealed record Form(string? Act, IReadOnlyList<Guid>? Work, string? To, string? DueOn, string? Reason, string? OperationId);

    /// <param name="Refusal">Why not; null when it is done.</param>
    public sealed record Row(Guid Id, string? Name, Refusal? Refusal)
    {
        public bool IsDone => Refusal is null;
    }

    public async Task<Outcome<IReadOnlyList<Row>>> HandleAsync(Form form, Viewer viewer, CancellationToken stop)
    {
        var ids = (form.Work ?? []).Distinct().ToList();
        if (ids.Count is 0 or > Most)
        {
            return new Refusal("work-missing", $"作業を1件から{Most}件まで選んでください。", "work");
        }

        if (!Enum.TryParse<BulkAct>(form.Act, ignoreCase: true, out var act) || !Enum.IsDefined(act))
        {
            return new Refusal("act-unknown", "まとめて行うことを選んでください。", "act");
        }

        if (form.OperationId is null or "" or { Length: > 50 })
        {
            return new Refusal("operation-missing", "操作の番号（operationId、50文字まで）がありません。ページでは開き直してください。", "operationId");
        }

        var rows = new List<Row>();
        foreach (var id in ids)
        {
            // Each in a context of its own: what one left behind is nothing to the next.
            await using var db = dbs.Open(new Scope.Person(viewer.PersonId, viewer.OfficeId));
            var item = await WorkDesk.SeenAsync(id, viewer, db, stop);
            rows.Add(new Row(id, item?.Name, item is null ? WorkAnswers.Unknown : await OnceAsync(act, item, form, viewer, db, stop)));
        }

        return rows;
    }

    /// <summary>What this operation did before stays as others have made it since; sent twice at once, it is done once and answered so.</summary>
    private async Task<Refusal?> OnceAsync(BulkAct act, WorkItem item, Form form, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var before = db.DoneInBulk.AsNoTracking().Where(row => row.PersonId == viewer.PersonId && row.Operation == form.OperationId && row.WorkId == item.Id);
        if (await before.AnyAsync(stop))
        {
            return null;
        }

        // Saved by whichever SaveChanges makes the effect.
        var done = new BulkDone { OfficeId = viewer.OfficeId, PersonId = viewer.PersonId, Operation = form.OperationId!, WorkId = item.Id, At = desk.Clock.GetUtcNow() };
        db.Add(done);
        try
        {
            var refusal = await OneAsync(act, item, form, viewer, db, stop);
            if (refusal is null && db.Entry(done).State is EntityState.Added)
            {
                await db.SaveChangesAsync(stop);
            }

            return refusal is not null && await before.AnyAsync(stop) ? null : refusal;
        }
        catch (DbUpdateException)
        {
            if (!await before.AnyAsync(stop))
            {
                throw;
            }

            return null;
        }
    }

    private async Task<Refusal?> OneAsync(BulkAct act, WorkItem item, Form form, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var outcome = act switch
        {
            BulkAct.Assign => await AssignAsync(item, form, viewer, db, stop),
            BulkAct.Due => await DueAsync(item, form, viewer, db, stop),
            _ => await FinishAsync(item, form, viewer, db, stop),
        };
        return (outcome as Outcome<Guid>.Refused)?.Refusal;
    }

    private async Task<Outcome<Guid>> AssignAsync(WorkItem item, Form form, Viewer viewer, OfficeDb db, CancellationToken stop) =>
        WorkRules.MayLead(viewer) && item.IsOpen && item.AssigneeId is { } holder && string.Equals(holder.ToString(), form.To, StringComparison.OrdinalIgnoreCase)
            ? item.Id
            : await ReassignWork.HandleAsync(item.Id, new HandoverForm(form.To, form.Reason), viewer, db, desk, stop);

    private async Task<Outcome<Guid>> DueAsync(WorkItem item, Form form, Viewer viewer, OfficeDb db, CancellationToken stop) =>
        string.IsNullOrWhiteSpace(form.DueOn)
            ? new Refusal("due-missing", "新しい期限を入力してください。", "dueOn")
            : await PlanWork.HandleAsync(item.Id, new PlanWork.Form(null, form.DueOn, null, form.Reason), viewer, db, desk, calendars, stop);

    /// <summary>With what its draft holds, else with what its form begins with: work that asks for more says so.</summary>
    private async Task<Outcome<Guid>> FinishAsync(WorkItem item, Form form, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var work = (await desk.OpenAsync(item.Id, viewer, db, stop))!;
        var draft = await db.FormDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.WorkId == item.Id && row.PersonId == viewer.PersonId, stop);
        var prefill = work.Act is null ? FormPrefill.Nothing : await work.Act.PrefillAsync(work.Context, stop);
        var typed = draft is null ? FormTyped.Of(work.Form, prefill.Values) : DraftText.Read(draft.Typed);
        var operation = string.Create(CultureInfo.InvariantCulture, $"{form.OperationId}:{item.Id:n}");
        return await FinishWork.HandleAsync(work, operation, typed.WithoutBlankRows(work.Form), viewer, db, runner, stop);
    }
}
