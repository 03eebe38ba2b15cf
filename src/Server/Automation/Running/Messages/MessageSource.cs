using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running.Messages;

/// <summary>Kept messages for which someone waits by now: sent by another case, or come before anyone listened.</summary>
internal sealed class MessageSource(OfficeDbs dbs, Matching matching, TimeProvider clock) : PumpSource
{
    private const int Batch = 50;

    public override string Name => "messages";

    public override async Task<int> PerformDueAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        var now = clock.GetUtcNow();
        var (subscriptions, starts) = (db.Subscriptions, db.MessageStarts);
        var wanted = await db.Messages.AsNoTracking()
            .Where(message => message.State == MessageState.Kept && message.ExpiresAt > now)
            .Where(message =>
                subscriptions.Any(row => row.OfficeId == message.OfficeId && row.MessageName == message.Name && row.Key == message.Key)
                || starts.Any(row => row.OfficeId == message.OfficeId && row.MessageName == message.Name))
            .OrderBy(static message => message.ArrivedAt)
            .Select(static message => new { message.OfficeId, message.Id })
            .Take(Batch)
            .ToListAsync(stop);
        var told = 0;
        foreach (var message in wanted)
        {
            told += await matching.TellAsync(message.OfficeId, message.Id, stop) is MessageState.Kept ? 0 : 1;
        }

        return told;
    }

    /// <summary>A message waits for a commit, not for a moment.</summary>
    public override Task<DateTimeOffset?> NextDueAsync(CancellationToken stop) => Task.FromResult<DateTimeOffset?>(null);

    public override Task ReleaseAsync(CancellationToken stop) => Task.CompletedTask;
}
