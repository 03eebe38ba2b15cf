using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Webhooks;

/// <summary>
/// Who listens in which office, asked in every commit of a case and so remembered for some seconds: another node learns of a new webhook
/// that much later.
/// </summary>
public sealed class WebhookBook(TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, IReadOnlyList<Webhook> Webhooks)> known = new();

    public async Task<IReadOnlyList<Webhook>> OfAsync(Guid officeId, OfficeDb db, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(officeId, out var page) && now - page.At < Remembered && page.At <= now)
        {
            return page.Webhooks;
        }

        var webhooks = await db.Webhooks.AsNoTracking().Where(row => row.OfficeId == officeId && row.PausedAt == null).ToListAsync(stop);
        known[officeId] = (now, webhooks);
        return webhooks;
    }

    /// <summary>One was added, paused or taken away.</summary>
    public void Forget(Guid officeId) => known.TryRemove(officeId, out _);
}
