using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

/// <summary>
/// Lets go on what is held and whose office has not stopped its mail: a mail that was claimed while the mail was stopped may be put to the held
/// ones after a person let those go on.
/// </summary>
internal sealed class HeldMailSource(OfficeDbs dbs) : PumpSource
{
    public override string Name => "held-mail";

    /// <summary>Puts those of the entries back to waiting that are held mails.</summary>
    /// <returns>How many.</returns>
    public static Task<int> FreeAsync(IQueryable<OutboxEntry> entries, CancellationToken stop) =>
        Held(entries).ExecuteUpdateAsync(static entry => entry.SetProperty(static row => row.State, OutboxState.Waiting), stop);

    public override async Task<int> PerformDueAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        var pauses = db.MailPauses;
        var forgotten = db.Outbox.Where(entry => !pauses.Any(pause => pause.OfficeId == entry.OfficeId));
        return await Held(forgotten).AnyAsync(stop) ? await db.InTransactionAsync(inner => FreeAsync(forgotten, inner), stop) : 0;
    }

    /// <summary>Nothing waits for a moment.</summary>
    public override Task<DateTimeOffset?> NextDueAsync(CancellationToken stop) => Task.FromResult<DateTimeOffset?>(null);

    public override Task ReleaseAsync(CancellationToken stop) => Task.CompletedTask;

    private static IQueryable<OutboxEntry> Held(IQueryable<OutboxEntry> entries) =>
        entries.Where(static entry => entry.State == OutboxState.Held && entry.Kind == Postbox.Kind);
}
