using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>After whatever was wrong has been mended: it is tried once more.</summary>
internal static class RetryIncident
{
    /// <param name="corrections">Values that the case is given before; only where a token is stuck.</param>
    public static async Task<Outcome<Incident>> HandleAsync(
        Guid id, Value.Record corrections, OfficeDb db, CaseRunner runner, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Incidents.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } incident)
        {
            return IncidentRules.Unknown;
        }

        if (incident.ClosedAt is not null)
        {
            return IncidentRules.Closed;
        }

        var now = clock.GetUtcNow();
        db.Note(incident.OfficeId, now, "incident-retried", $"incident:{incident.Id}", $"「{incident.Code}」をやり直しました。", incident.CaseId);
        if (incident.Kind is IncidentKind.StuckToken)
        {
            var by = (db.Scope as Scope.Person)?.PersonId.ToString();
            return await runner.TellAsync(db, incident.CaseId!.Value, new Input.Retried(now, incident.About, corrections, by), stop) switch
            {
                Outcome<CaseFile>.Done => incident,
                Outcome<CaseFile>.Refused no => no.Refusal,
                _ => throw new UnreachableException(),
            };
        }

        if (!await AgainAsync(incident, now, db, stop))
        {
            return IncidentRules.Closed;
        }

        incident.Close(db.Scope, now, "retried");
        try
        {
            await db.SaveChangesAsync(stop);
            return incident;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IncidentRules.Closed;
        }
    }

    /// <returns>Whether it is still there to be tried.</returns>
    private static Task<bool> AgainAsync(Incident incident, DateTimeOffset now, OfficeDb db, CancellationToken stop) => incident.Kind switch
    {
        IncidentKind.Outbox or IncidentKind.MaybeSent => EntryAgainAsync(Guid.Parse(incident.About), now, db, stop),
        IncidentKind.Timer => TimerAgainAsync(Guid.Parse(incident.About), db, stop),
        IncidentKind.Inbox => InboxAgainAsync(long.Parse(incident.About, CultureInfo.InvariantCulture), db, stop),
        IncidentKind.Message => MessageAgainAsync(incident, db, stop),
        _ => throw new UnreachableException(),
    };

    private static async Task<bool> EntryAgainAsync(Guid id, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        if (await db.Outbox.SingleOrDefaultAsync(row => row.Id == id, stop) is not { State: OutboxState.Failed or OutboxState.MaybeSent } entry)
        {
            return false;
        }

        entry.State = OutboxState.Waiting;
        (entry.Attempts, entry.DueAt, entry.EndedAt) = (0, now, null);
        entry.Fence++;
        return true;
    }

    private static async Task<bool> TimerAgainAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        if (await db.Timers.SingleOrDefaultAsync(row => row.Id == id, stop) is not { IsPending: true } timer)
        {
            return false;
        }

        (timer.Attempts, timer.LeasedUntil) = (0, null);
        timer.Fence++;
        return true;
    }

    private static async Task<bool> InboxAgainAsync(long position, OfficeDb db, CancellationToken stop)
    {
        if (await db.CaseInbox.SingleOrDefaultAsync(row => row.Position == position, stop) is not { IsPending: true } entry)
        {
            return false;
        }

        (entry.Attempts, entry.LeasedUntil) = (0, null);
        entry.Fence++;
        return true;
    }

    private static async Task<bool> MessageAgainAsync(Incident incident, OfficeDb db, CancellationToken stop)
    {
        if (await db.Messages.SingleOrDefaultAsync(row => row.OfficeId == incident.OfficeId && row.Id == incident.About, stop) is not { State: MessageState.Ambiguous } message)
        {
            return false;
        }

        message.State = MessageState.Kept;
        return true;
    }
}
