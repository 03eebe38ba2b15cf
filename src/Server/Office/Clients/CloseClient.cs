using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>終結: support of a client ends; the records stay.</summary>
public static class CloseClient
{
    internal sealed record Form(string? Reason);

    internal static async Task<Confirmation?> AskAsync(Guid id, Form? form, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var client = await db.Clients.SingleOrDefaultAsync(row => row.Id == id, stop);
        return client is null
            ? null
            : new Confirmation(
                "支援の終結",
                $"{client.Name}さんの支援を終結しますか。",
                ["一覧には「終結した人も表示」を選んだときだけ出ます。", "記録はすべて残ります。あとで再開できます。", "進んでいる案件は止まりません。案件のページで取り消してください。"],
                $"/clients/{id}/closing",
                "終結する",
                $"/clients/{id}")
            {
                Here = "/clients",
                ReasonLabel = "終結の理由",
                Reason = form?.Reason,
                Refusals = refusals,
            };
    }

    internal static async Task<Outcome<Guid>> HandleAsync(Guid id, Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var client = await db.Clients.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (client is null)
        {
            return new Refusal("client-unknown", "この利用者はこの事業所に登録されていません。", Kind: RefusalKind.Unknown);
        }

        if (string.IsNullOrWhiteSpace(form.Reason))
        {
            return new Refusal("required", "「終結の理由」を入力してください。", "reason");
        }

        var now = clock.GetUtcNow();
        client.Close(JapaneseEra.DayInTokyo(now), form.Reason.Trim());
        db.Note(viewer.OfficeId, now, "client-closed", $"client:{id}", "利用者の支援を終結した");
        await db.SaveChangesAsync(stop);
        return id;
    }

    internal static async Task<Outcome<Guid>> ReopenAsync(Guid id, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var client = await db.Clients.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (client is null)
        {
            return new Refusal("client-unknown", "この利用者はこの事業所に登録されていません。", Kind: RefusalKind.Unknown);
        }

        client.Reopen();
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "client-reopened", $"client:{id}", "利用者の支援を再開した");
        await db.SaveChangesAsync(stop);
        return id;
    }
}
