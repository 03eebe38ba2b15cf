using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Collecting;

/// <summary>
/// Reads each mailbox every few minutes, by one node however many there are. A rehearsal reads none: the answers in it are real. Not a job of the
/// calendar: nothing is due in it at a moment, and a round that was missed is not made up for.
/// </summary>
internal sealed class MailboxSource(OfficeDbs dbs, ReadMailbox read, MailSettings settings, TimeProvider clock) : PumpSource
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public override string Name => "mailboxes";

    public override async Task<int> PerformDueAsync(CancellationToken stop)
    {
        if (settings.KeepsIn)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        await using var db = dbs.Open(new Scope.System("pump"));
        var due = await db.IncomingServers.AsNoTracking().Where(server => server.ReadAt == null || server.ReadAt <= now - Pause).ToListAsync(stop);
        var taken = 0;
        foreach (var server in due)
        {
            if (await IsOursAsync(db, server, now, stop))
            {
                var report = await read.HandleAsync(server, stop);
                taken += report.Taken;
                await KeepAsync(db, server, report.Trouble, stop);
            }
        }

        return taken;
    }

    /// <summary>Nothing waits for a moment.</summary>
    public override Task<DateTimeOffset?> NextDueAsync(CancellationToken stop) => Task.FromResult<DateTimeOffset?>(null);

    public override Task ReleaseAsync(CancellationToken stop) => Task.CompletedTask;

    private static async Task<bool> IsOursAsync(OfficeDb db, IncomingServer server, DateTimeOffset now, CancellationToken stop) =>
        await db.InTransactionAsync(
            inner => db.IncomingServers
                .Where(row => row.OfficeId == server.OfficeId && row.ReadAt == server.ReadAt)
                .ExecuteUpdateAsync(row => row.SetProperty(static one => one.ReadAt, now), inner),
            stop) == 1;

    private static Task<int> KeepAsync(OfficeDb db, IncomingServer server, string? trouble, CancellationToken stop) =>
        db.InTransactionAsync(
            inner => db.IncomingServers
                .Where(row => row.OfficeId == server.OfficeId && row.ChangedAt == server.ChangedAt)
                .ExecuteUpdateAsync(row => row.SetProperty(static one => one.Trouble, trouble), inner),
            stop);
}
