using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Arriving.Sheets;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>Takes the rows of a book out again, as long as nobody has worked with any of them.</summary>
public static class UndoBook
{
    // Where an act on a row is noted in the audit, by the sheet that the row came with.
    private static readonly Dictionary<SheetKind, string> AuditNames = new()
    {
        [SheetKind.Municipalities] = "municipality",
        [SheetKind.Providers] = "provider",
        [SheetKind.Contacts] = "contact",
        [SheetKind.Clients] = "client",
    };

    internal static async Task<Confirmation?> AskAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        var arrival = await db.Arrivals.SingleOrDefaultAsync(row => row.Id == id && row.State == ArrivalState.Taken, stop);
        return arrival is null
            ? null
            : new Confirmation(
                "取り込みの取り消し",
                $"「{arrival.FileName}」の取り込みを取り消しますか。",
                [$"取り込んだ{await db.ArrivedRows.CountAsync(row => row.ArrivalId == id, stop)}件を消します。", "取り込んだあとに誰かが使った行があるときは、何も消さずにお知らせします。"],
                $"/arriving/{id}/undoing",
                "取り消す",
                $"/arriving/{id}")
            {
                Here = "/arriving",
            };
    }

    internal static async Task<Outcome<int>> HandleAsync(Guid id, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var arrival = await db.Arrivals.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (arrival is not { State: ArrivalState.Taken, TakenAt: { } takenAt })
        {
            return new Refusal("arrival-unknown", "取り消せる取り込みではありません。", Kind: arrival is null ? RefusalKind.Unknown : RefusalKind.Conflict);
        }

        var rows = await db.ArrivedRows.Where(row => row.ArrivalId == id).ToListAsync(stop);
        if (await UsedAsync(rows, takenAt, db, stop) is { } used)
        {
            return used;
        }

        var now = clock.GetUtcNow();
        db.RemoveRange(await RowsAsync(rows, db, stop));
        arrival.Undo(now);
        db.Note(viewer.OfficeId, now, "book-undone", $"arrival:{id}", $"取り込んだ{rows.Count}件を取り消した");
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("arrival-done", "この取り込みは、ほかの画面で取り消されました。", Kind: RefusalKind.Conflict);
        }

        return rows.Count;
    }

    private static async Task<Refusal?> UsedAsync(List<ArrivedRow> rows, DateTimeOffset takenAt, OfficeDb db, CancellationToken stop)
    {
        var clients = rows.Where(static row => row.Kind is SheetKind.Clients).Select(static row => row.RowId.ToString()).ToList();
        var name = await db.Cases.Where(file => clients.Contains(file.Subject!)).Select(static file => file.SubjectLabel).FirstOrDefaultAsync(stop);
        if (name is not null)
        {
            return new Refusal("arrival-used", $"{name}さんの案件が始まっているので、取り消せません。不要な利用者は、利用者のページで終結にしてください。", Kind: RefusalKind.Conflict);
        }

        var plans = rows.Where(static row => row.Kind is SheetKind.Plans).Select(static row => row.RowId).ToList();
        if (await db.Plans.AnyAsync(plan => plans.Contains(plan.PreviousId!.Value) && !plans.Contains(plan.Id), stop) || await db.Consents.AnyAsync(consent => plans.Contains(consent.PlanId), stop))
        {
            return new Refusal("arrival-used", "取り込んだ計画の次の版や同意がもうあるので、取り消せません。不要な計画は、新しい版で直してください。", Kind: RefusalKind.Conflict);
        }

        var subjects = rows.Where(static row => AuditNames.ContainsKey(row.Kind)).Select(static row => $"{AuditNames[row.Kind]}:{row.RowId}").ToHashSet(StringComparer.Ordinal);
        var later = await db.Audit.Where(entry => entry.At > takenAt && !entry.Act.EndsWith("-opened")).Select(static entry => entry.About).Distinct().ToListAsync(stop);
        return later.Exists(subjects.Contains)
            ? new Refusal("arrival-used", "取り込んだあとに書きかえられたものがあるので、取り消せません。不要なものは、それぞれのページで直してください。", Kind: RefusalKind.Conflict)
            : null;
    }

    private static async Task<List<object>> RowsAsync(List<ArrivedRow> rows, OfficeDb db, CancellationToken stop)
    {
        var ids = rows.Select(static row => row.RowId).ToList();
        return
        [
            .. await db.WholePlans.Where(row => ids.Contains(row.Id)).ToListAsync(stop),
            .. await db.Certificates.Include(static row => row.Amounts).Include(static row => row.MonitoringMonths).Where(row => ids.Contains(row.Id)).ToListAsync(stop),
            .. await db.FamilyMembers.Where(row => ids.Contains(row.Id)).ToListAsync(stop),
            .. await db.Clients.Where(row => ids.Contains(row.Id)).ToListAsync(stop),
            .. await db.Contacts.Where(row => ids.Contains(row.Id)).ToListAsync(stop),
            .. await db.ServiceContacts.Where(row => ids.Contains(row.Id)).ToListAsync(stop),
            .. await db.Providers.Include(static row => row.Offerings).Where(row => ids.Contains(row.Id)).ToListAsync(stop),
            .. await db.Municipalities.Where(row => ids.Contains(row.Id)).ToListAsync(stop),
        ];
    }
}
