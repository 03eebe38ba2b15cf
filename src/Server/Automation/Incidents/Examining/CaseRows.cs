using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Inbox;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Running.Signals;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Incidents.Examining;

/// <summary>A case with all rows that belong to it, of one moment.</summary>
internal sealed record CaseRows(
    CaseFile File,
    IReadOnlyList<HistoryEntry> History,
    IReadOnlyList<WorkItem> Work,
    IReadOnlyList<TimerEntry> Timers,
    IReadOnlyList<Subscription> Subscriptions,
    IReadOnlyList<SignalWait> Signals,
    IReadOnlyList<OutboxEntry> Services,
    IReadOnlyList<CaseFile> Called,
    IReadOnlyList<InboxEntry> Untold,
    IReadOnlyList<Incident> Incidents)
{
    private const int MostAttempts = 5;

    /// <returns>Null when there is no such case, or it moves so fast that it must be well.</returns>
    public static async Task<CaseRows?> LoadAsync(OfficeDb db, Guid caseId, CancellationToken stop)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(file => file.Id == caseId, stop) is not { } file)
            {
                return null;
            }

            // What starts a called case is read before the called cases, and what they tell after: who is between the two is seen.
            var starts = await db.CaseInbox.AsNoTracking().Where(entry => entry.CausedBy == caseId && entry.Kind == InboxKind.Start && entry.DoneAt == null).ToListAsync(stop);
            var called = await db.Cases.AsNoTracking().Where(other => other.ParentId == caseId).ToListAsync(stop);
            var told = await db.CaseInbox.AsNoTracking().Where(entry => entry.CaseId == caseId && entry.DoneAt == null).ToListAsync(stop);
            var rows = await LoadAsync(db, file, called, [.. starts, .. told], stop);
            if (await db.Cases.Where(other => other.Id == caseId).Select(static other => other.Revision).SingleAsync(stop) == file.Revision)
            {
                return rows;
            }
        }

        return null;
    }

    private static async Task<CaseRows> LoadAsync(
        OfficeDb db, CaseFile file, IReadOnlyList<CaseFile> called, IReadOnlyList<InboxEntry> untold, CancellationToken stop) => new(
        file,
        await db.History.AsNoTracking().Where(row => row.CaseId == file.Id).OrderBy(static row => row.Number).ToListAsync(stop),
        await db.Work.AsNoTracking().Where(row => row.CaseId == file.Id).ToListAsync(stop),
        await db.Timers.AsNoTracking().Where(row => row.CaseId == file.Id).ToListAsync(stop),
        await db.Subscriptions.AsNoTracking().Where(row => row.CaseId == file.Id).ToListAsync(stop),
        await db.SignalWaits.AsNoTracking().Where(row => row.CaseId == file.Id).ToListAsync(stop),
        await db.Outbox.AsNoTracking().Where(row => row.CaseId == file.Id && row.Kind == ServicePerformer.EntryKind).ToListAsync(stop),
        called,
        untold,
        await db.Incidents.AsNoTracking().Where(row => row.CaseId == file.Id && row.ClosedAt == null).ToListAsync(stop));
}
