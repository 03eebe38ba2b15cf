using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Outbox;

/// <summary>One outbox entry to perform.</summary>
/// <param name="Db">Sees the entry's office. Rows added are saved with the entry's mark.</param>
/// <param name="AboutToSendAsync">
/// Call it immediately before the step after which nobody can know whether the world has it (for mail: the end of DATA). It commits a mark,
/// so that a crash from here on is shown to a person as "maybe sent" and is not sent again by itself.
/// </param>
public sealed record PerformContext(OfficeDb Db, OutboxEntry Entry, DateTimeOffset At, Func<CancellationToken, Task> AboutToSendAsync)
{
    /// <summary>For a performer that saves by itself; the pump marks all others.</summary>
    public void MarkDone()
    {
        if (Entry.State is OutboxState.Waiting or OutboxState.Sending)
        {
            Entry.End(OutboxState.Done, At);
        }
    }

    /// <summary>Nobody needs it any more: what was added to the context is forgotten, the mark is all that is saved.</summary>
    public void MarkNotNeeded()
    {
        foreach (var other in Db.ChangeTracker.Entries().Where(entry => entry.Entity != Entry).ToList())
        {
            other.State = EntityState.Detached;
        }

        Entry.End(OutboxState.Cancelled, At);
    }
}
