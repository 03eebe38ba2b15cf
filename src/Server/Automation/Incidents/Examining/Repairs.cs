using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Effects;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Incidents.Examining;

/// <summary>Mends one ailment in one commit, which fails when the case has moved meanwhile.</summary>
internal sealed class Repairs(CaseRunner runner, TimeProvider clock)
{
    /// <returns>Whether it is mended.</returns>
    public async Task<bool> RepairAsync(OfficeDb db, CaseRows rows, Ailment ailment, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        db.Note(ailment.OfficeId, now, "doctor-repaired", $"case:{ailment.CaseId}", $"{ailment.Reason}{ailment.Repair}（{ailment.Code}）", ailment.CaseId);
        if (ailment.Code.EndsWith("-missing", StringComparison.Ordinal) && ailment.Code is not "incident-missing")
        {
            var by = (db.Scope as Scope.Person)?.PersonId.ToString();
            return await runner.TellAsync(db, ailment.CaseId, new Input.AskedAgain(now, ailment.About, by), stop) is Outcome<CaseFile>.Done;
        }

        // The case itself is part of the commit: who moved it meanwhile was faster, and the next examination looks again.
        var file = db.Attach(rows.File);
        file.Property(static one => one.Revision).IsModified = true;
        Mend(db, rows, ailment, now);
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static bool Is(string? id, Ailment ailment) => string.Equals(id, ailment.About, StringComparison.Ordinal);

    private static void Mend(OfficeDb db, CaseRows rows, Ailment ailment, DateTimeOffset now)
    {
        switch (ailment.Code)
        {
            case "state-differs":
                rows.File.State = CaseFormat.Write(Examination.Replayed(rows.History)!);
                break;
            case "work-ended":
                var work = Tracked(db, rows.Work.Single(row => Is(row.EngineId, ailment)));
                (work.EndedAt, work.End, work.FinishedById, work.FinishOperation) = (null, null, null, null);
                break;
            case "work-not-needed":
                var open = Tracked(db, rows.Work.Single(row => Is(row.EngineId, ailment)));
                (open.EndedAt, open.End) = (now, WorkEnd.NotNeeded);
                break;
            case "timer-ended":
                var timer = Tracked(db, rows.Timers.Single(row => Is(row.TimerId, ailment)));
                (timer.State, timer.EndedAt, timer.LeasedUntil, timer.Attempts) = (TimerState.Armed, null, null, 0);
                break;
            case "timer-not-needed":
                var armed = Tracked(db, rows.Timers.Single(row => Is(row.TimerId, ailment)));
                (armed.State, armed.EndedAt) = (TimerState.Disarmed, now);
                break;
            case "subscription-not-needed":
                db.Remove(rows.Subscriptions.Single(row => Is(row.SubscriptionId, ailment)));
                break;
            case "signal-not-needed":
                db.Remove(rows.Signals.Single(row => Is(row.HearingId, ailment)));
                break;
            default:
                MendTelling(db, rows, ailment, now);
                break;
        }
    }

    private static void MendTelling(OfficeDb db, CaseRows rows, Ailment ailment, DateTimeOffset now)
    {
        switch (ailment.Code)
        {
            case "service-ended":
                var ended = Tracked(db, rows.Services.Single(row => Is(row.About, ailment)));
                (ended.State, ended.DueAt, ended.Attempts, ended.EndedAt, ended.LeasedUntil) = (OutboxState.Waiting, now, 0, null, null);
                ended.Fence++;
                break;
            case "service-not-needed":
                var entry = Tracked(db, rows.Services.Single(row => Is(row.About, ailment)));
                entry.End(OutboxState.Cancelled, now);
                entry.Fence++;
                break;
            case "call-untold":
                var called = rows.Called.Single(file => Is(file.ParentCallId, ailment));
                db.CaseInbox.Add(Ending.ToCaller(called, CaseFormat.Read(called.State), rows.File.Id, now));
                break;
            case "incident-missing":
                var token = (Examination.Replayed(rows.History) ?? CaseFormat.Read(rows.File.State)).Token(ailment.About)!;
                db.Incidents.Add(Troubles.IncidentOf(rows.File, token, now));
                break;
            case "incident-not-needed":
                var incident = Tracked(db, rows.Incidents.Single(row => row.Kind is IncidentKind.StuckToken && Is(row.About, ailment)));
                incident.Close(db.Scope, now, "repaired");
                break;
            default:
                throw new UnreachableException(ailment.Code);
        }
    }

    private static TRow Tracked<TRow>(OfficeDb db, TRow row)
        where TRow : class
    {
        db.Attach(row);
        return row;
    }
}
