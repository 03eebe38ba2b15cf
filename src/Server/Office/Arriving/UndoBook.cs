using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Notices;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>Takes the rows of a book out again, as long as nobody has worked with any of them.</summary>
public static class UndoBook
{
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

    internal static Task<Outcome<int>> HandleAsync(Guid id, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        BooksInTurn.HandleAsync(viewer, db, inner => UndoAsync(id, viewer, db, clock, inner), stop);

    private static async Task<Outcome<int>> UndoAsync(Guid id, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var arrival = await db.Arrivals.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (arrival is not { State: ArrivalState.Taken, TakenAt: { } takenAt })
        {
            return new Refusal("arrival-unknown", "取り消せる取り込みではありません。", Kind: arrival is null ? RefusalKind.Unknown : RefusalKind.Conflict);
        }

        var arrived = await db.ArrivedRows.Where(row => row.ArrivalId == id).ToListAsync(stop);
        var rows = await RowsAsync(arrived, db, stop);
        if (await UsedAsync(id, rows, takenAt, db, stop) is { } used)
        {
            return used;
        }

        var now = clock.GetUtcNow();
        db.RemoveRange(rows);
        arrival.Undo(now);
        db.Note(viewer.OfficeId, now, "book-undone", $"arrival:{id}", $"取り込んだ{arrived.Count}件を取り消した");
        await db.SaveChangesAsync(stop);
        return arrived.Count;
    }

    private static async Task<Refusal?> UsedAsync(Guid id, List<object> rows, DateTimeOffset takenAt, OfficeDb db, CancellationToken stop)
    {
        var clients = rows.Select(ClientOf).OfType<Guid>().Distinct().ToList();
        var subjects = clients.ConvertAll(static client => client.ToString());
        var history = db.History;
        var name = await db.Cases
            .Where(file => subjects.Contains(file.Subject!) && (file.StartedAt >= takenAt || history.Any(entry => entry.CaseId == file.Id && entry.At >= takenAt)))
            .Select(static file => file.SubjectLabel ?? file.ProcedureName)
            .FirstOrDefaultAsync(stop);
        if (name is not null)
        {
            return Used($"「{name}」の案件が、取り込んだあとに始まったか進んでいるので、取り消せません。不要な利用者は、利用者のページで終結にしてください。");
        }

        if (await OutsideUses.FirstAsync(id, db, stop) is { } what)
        {
            return Used($"取り込んだものを、登録されている「{what}」が使っているので、取り消せません。「{what}」もファイルから取り込んだときは、そのファイルを先に取り消してください。ほかの不要なものは、それぞれのページで直してください。");
        }

        var abouts = await AboutsAsync(rows, clients, db, stop);
        var later = await db.Audit.Where(entry => entry.At > takenAt && !entry.Act.EndsWith("-opened")).Select(static entry => entry.About).Distinct().ToListAsync(stop);
        return later.Find(abouts.ContainsKey) is { } about
            ? Used($"取り込んだあとに「{abouts[about]}」が書きかえられたので、取り消せません。不要なものは、それぞれのページで直してください。")
            : null;
    }

    private static Refusal Used(string reason) => new("arrival-used", reason, Kind: RefusalKind.Conflict);

    /// <summary>Where acts on the rows are noted in the audit, and what to call it: a family member, a booklet and a plan at their client, whoever registered that.</summary>
    private static async Task<Dictionary<string, string>> AboutsAsync(List<object> rows, List<Guid> clients, OfficeDb db, CancellationToken stop)
    {
        var providers = rows.Select(ProviderOf).OfType<Guid>().Distinct().ToList();
        var abouts = await db.Clients.Where(row => clients.Contains(row.Id)).ToDictionaryAsync(static row => $"client:{row.Id}", static row => row.Name, StringComparer.Ordinal, stop);
        foreach (var provider in await db.Providers.Where(row => providers.Contains(row.Id)).ToListAsync(stop))
        {
            abouts[$"provider:{provider.Id}"] = provider.Name;
        }

        foreach (var contact in rows.OfType<Contact>())
        {
            abouts[$"contact:{contact.Id}"] = contact.Name;
        }

        foreach (var city in rows.OfType<Municipality>())
        {
            abouts[$"municipality:{city.Id}"] = city.Name;
        }

        return abouts;
    }

    private static Guid? ClientOf(object row) => row switch
    {
        Client client => client.Id,
        FamilyMember member => member.ClientId,
        Certificate certificate => certificate.ClientId,
        ServicePlan plan => plan.ClientId,
        _ => null,
    };

    private static Guid? ProviderOf(object row) => row switch
    {
        Provider provider => provider.Id,
        ServiceContact contact => contact.ProviderId,
        _ => null,
    };

    private static async Task<List<object>> RowsAsync(List<ArrivedRow> rows, OfficeDb db, CancellationToken stop)
    {
        var ids = rows.Select(static row => row.RowId).ToList();
        return
        [
            .. await db.Notices.Where(row => ids.Contains(row.ClientId)).ToListAsync(stop),
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
