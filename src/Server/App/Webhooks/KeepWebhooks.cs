using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Webhooks;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.Webhooks;

/// <summary>The other programs that are told when something happens: added with a key that is shown once, paused, taken away.</summary>
public sealed class KeepWebhooks(WebhookKeys keys, WebhookBook book, WebhookDoor door, TimeProvider clock)
{
    public const int Most = 20;

    public sealed record Form(string? Address, IReadOnlyList<string>? Events)
    {
        public static Form Blank { get; } = new(null, [.. WebhookEvents.All.Select(static one => one.Key)]);
    }

    /// <param name="Failed">How much could not be sent and waits for somebody.</param>
    public sealed record Line(Webhook Webhook, int Failed);

    /// <param name="Secret">The key of the one just added: shown once, given out never again.</param>
    public sealed record Model(IReadOnlyList<Line> Lines, Form Form, string? Secret, IReadOnlyList<Refusal> Refusals);

    public static async Task<Model> ShowAsync(Form form, string? secret, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var webhooks = await db.Webhooks.AsNoTracking().OrderBy(static row => row.MadeAt).ThenBy(static row => row.Id).ToListAsync(stop);
        var failed = await db.Outbox
            .Where(static entry => entry.Kind == WebhookMessage.EntryKind && entry.State == OutboxState.Failed)
            .GroupBy(static entry => entry.About)
            .Select(static group => new { group.Key, Count = group.Count() })
            .ToListAsync(stop);
        var counts = failed.ToDictionary(static one => one.Key ?? "", static one => one.Count, StringComparer.OrdinalIgnoreCase);
        return new Model([.. webhooks.Select(webhook => new Line(webhook, counts.GetValueOrDefault(webhook.Id.ToString())))], form, secret, refusals);
    }

    /// <returns>The key that signs.</returns>
    public async Task<Outcome<string>> AddAsync(Form form, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var read = new PageReader();
        var address = read.Required(form.Address, "address", "アドレス");
        read.RefuseIf(
            address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && door.Allows(uri)),
            "webhook-address",
            "「アドレス」は、インターネットにある https:// で始まるものにしてください。建物の中のアドレスには、サーバーの管理者が設定で許したときだけ送れます。",
            "address");
        var events = WebhookEvents.All.Select(static one => one.Key).Where(key => form.Events?.Contains(key, StringComparer.Ordinal) == true).ToList();
        read.RefuseIf(events.Count == 0, "webhook-events", "知らせることを、少なくとも一つ選んでください。", "events");
        read.RefuseIf(await db.Webhooks.CountAsync(stop) >= Most, "webhook-many", $"知らせる先は{Most}までです。使っていないものを消してください。", "address");
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        var now = clock.GetUtcNow();
        var (shown, kept) = keys.Make();
        var webhook = new Webhook
        {
            Id = Guid.CreateVersion7(now),
            OfficeId = viewer.OfficeId,
            Address = address,
            Events = string.Join(' ', events),
            ProtectedSecret = kept,
            MadeBy = viewer.PersonId,
            MadeAt = now,
        };
        db.Webhooks.Add(webhook);
        await SaveAsync(webhook, "webhook-added", "ほかのプログラムへの知らせを加えた。", db, stop);
        return shown;
    }

    /// <returns>Whether there is such a webhook.</returns>
    public async Task<bool> PauseAsync(Guid id, bool isPaused, OfficeDb db, CancellationToken stop)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } webhook)
        {
            return false;
        }

        if (webhook.PausedAt is null == isPaused)
        {
            webhook.PausedAt = isPaused ? clock.GetUtcNow() : null;
            await SaveAsync(webhook, isPaused ? "webhook-paused" : "webhook-resumed", isPaused ? "ほかのプログラムへの知らせを止めた。" : "ほかのプログラムへの知らせを再開した。", db, stop);
        }

        return true;
    }

    public async Task RemoveAsync(Webhook webhook, OfficeDb db, CancellationToken stop)
    {
        db.Webhooks.Remove(webhook);
        await SaveAsync(webhook, "webhook-removed", "ほかのプログラムへの知らせを消した。", db, stop);
    }

    private async Task SaveAsync(Webhook webhook, string act, string text, OfficeDb db, CancellationToken stop)
    {
        db.Note(webhook.OfficeId, clock.GetUtcNow(), act, $"webhook:{webhook.Id}", text);
        await db.SaveChangesAsync(stop);
        book.Forget(webhook.OfficeId);
    }
}
