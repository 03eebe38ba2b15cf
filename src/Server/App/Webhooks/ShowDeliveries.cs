using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Webhooks;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.Webhooks;

/// <summary>What one webhook was told, newest first, what became of it, and telling it again.</summary>
public static class ShowDeliveries
{
    private const int PageSize = 50;

    public sealed record Line(OutboxEntry Entry, WebhookMessage Message)
    {
        public bool CanBeSent => Entry.State is OutboxState.Done or OutboxState.Failed or OutboxState.Cancelled or OutboxState.MaybeSent;
    }

    public sealed record Model(Webhook Webhook, IReadOnlyList<Line> Lines, int Count, int Failed, string? After, string? Next)
    {
        public string Sentence => string.Create(CultureInfo.InvariantCulture, $"全{Count}件のうち{Lines.Count}件を、新しい順に表示しています");
    }

    /// <returns>Null when there is no such webhook.</returns>
    public static async Task<Model?> HandleAsync(Guid id, string? after, OfficeDb db, CancellationToken stop)
    {
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } webhook)
        {
            return null;
        }

        var all = Of(id, db).AsNoTracking();
        var rows = await After(all, after)
            .OrderByDescending(static entry => entry.WrittenAt).ThenByDescending(static entry => entry.Id)
            .Take(PageSize + 1)
            .ToListAsync(stop);
        var shown = rows.Take(PageSize).ToList();
        return new Model(
            webhook,
            shown.ConvertAll(static entry => new Line(entry, WebhookMessage.Of(entry))),
            await all.CountAsync(stop),
            await all.CountAsync(static entry => entry.State == OutboxState.Failed, stop),
            after,
            rows.Count > PageSize ? new TimeCursor(shown[^1].WrittenAt, shown[^1].Id).ToString() : null);
    }

    /// <summary>Tells it again, with the same id: a receiver that has it already knows that it has.</summary>
    /// <param name="entryId">One of them, whatever became of it; null for all that failed.</param>
    /// <returns>How many.</returns>
    public static async Task<int> AgainAsync(Webhook webhook, Guid? entryId, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var chosen = entryId is { } one ? Of(webhook.Id, db).Where(entry => entry.Id == one) : Of(webhook.Id, db).Where(static entry => entry.State == OutboxState.Failed);
        var entries = await chosen.Where(static entry => entry.State != OutboxState.Waiting && entry.State != OutboxState.Sending).ToListAsync(stop);
        foreach (var entry in entries)
        {
            (entry.State, entry.Attempts, entry.DueAt, entry.EndedAt, entry.LastError) = (OutboxState.Waiting, 0, now, null, null);
        }

        if (entries.Count > 0)
        {
            db.Note(webhook.OfficeId, now, "webhook-sent-again", $"webhook:{webhook.Id}", $"ほかのプログラムへの知らせを送り直した（{entries.Count}件）。");
            await db.SaveChangesAsync(stop);
        }

        return entries.Count;
    }

    /// <summary>Something to see whether it arrives.</summary>
    public static async Task TryAsync(Webhook webhook, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        db.Outbox.Add(new WebhookMessage(Guid.CreateVersion7(now), WebhookEvents.Trial, now, new WebhookMessage.Content()).To(webhook));
        await db.SaveChangesAsync(stop);
    }

    private static IQueryable<OutboxEntry> Of(Guid id, OfficeDb db)
    {
        var about = id.ToString();
        return db.Outbox.Where(entry => entry.CaseId == null && entry.About == about && entry.Kind == WebhookMessage.EntryKind);
    }

    private static IQueryable<OutboxEntry> After(IQueryable<OutboxEntry> entries, string? cursor) =>
        TimeCursor.Read(cursor) is var (at, id)
            ? entries.Where(entry => entry.WrittenAt < at || (entry.WrittenAt == at && entry.Id.CompareTo(id) < 0))
            : entries;
}
