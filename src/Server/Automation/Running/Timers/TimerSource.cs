using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Timers;

/// <summary>Timers that came due: each fires once, in the commit that tells its case.</summary>
internal sealed partial class TimerSource(
    OfficeDbs dbs, CaseRunner runner, TimerStarts starts, OfficeCalendars calendars, TimeProvider clock, ILogger<TimerSource> log) : PumpSource
{
    private const int Batch = 100;
    private const int AtOnce = 4;
    private const int MostAttempts = 8;

    private const string Claim = """
        UPDATE timers SET leased_until = {1}, fence = fence + 1, attempts = attempts + 1 WHERE id IN (
        SELECT id FROM timers WHERE state = 'Armed' AND due_at <= {0} AND (leased_until IS NULL OR leased_until < {0}) ORDER BY due_at LIMIT {2}
        """;

    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(1);

    public override string Name => "timers";

    public override async Task<int> PerformDueAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var db = dbs.Open(new Scope.System("pump"));

        // Stops at the first, where thousands are due.
        if (!await db.Timers.AnyAsync(timer => timer.State == TimerState.Armed && timer.DueAt <= now && (timer.LeasedUntil == null || timer.LeasedUntil < now), stop))
        {
            return 0;
        }

        var due = await Claims.TakeAsync<TimerEntry>(
            db, Claim + ") RETURNING *", Claim + " FOR UPDATE SKIP LOCKED) RETURNING *", now, Batch, stop);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };

        // One case's timers fire one after the other, in the order in which they came due, those of one moment as they were armed.
        var byCase = due.GroupBy(static timer => timer.CaseId ?? timer.Id).Select(static group => group
            .OrderBy(static timer => timer.DueAt).ThenBy(static timer => timer.TimerId is { } id ? Wait.SequenceOf(id) : 0).ToList());
        await Parallel.ForEachAsync(byCase, options, async (timers, inner) =>
        {
            foreach (var timer in timers)
            {
                await FireAsync(timer, inner);
            }
        });
        return due.Count;
    }

    public override async Task<DateTimeOffset?> NextDueAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        return await db.Timers
            .Where(static timer => timer.State == TimerState.Armed)
            .MinAsync(static timer => (DateTimeOffset?)(timer.LeasedUntil > timer.DueAt ? timer.LeasedUntil : timer.DueAt), stop);
    }

    public override async Task ReleaseAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("pump"));
        await db.InTransactionAsync(
            inner => db.Timers
                .Where(static timer => timer.State == TimerState.Armed && timer.LeasedUntil != null)
                .ExecuteUpdateAsync(static timer => timer.SetProperty(static row => row.LeasedUntil, (DateTimeOffset?)null), inner),
            stop);
    }

    private async Task FireAsync(TimerEntry timer, CancellationToken stop)
    {
        try
        {
            await using var db = dbs.Open(new Scope.CaseOffice(timer.OfficeId));
            db.Attach(timer);
            await FireAsync(db, timer, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            Log.LeaseLost(log, timer.Id);
        }
        catch (Exception trouble) when (!stop.IsCancellationRequested)
        {
            Log.Failed(log, trouble, timer.Id);
            await PutOffAsync(timer, trouble.Message, stop);
        }
    }

    private async Task FireAsync(OfficeDb db, TimerEntry timer, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await OfficeHours.WaitAsync(db, timer, calendars, now, stop) is { } opening)
        {
            // A lease that ends at a moment is over just after it.
            timer.LeasedUntil = opening.AddMilliseconds(-1);
            await db.SaveChangesAsync(stop);
            return;
        }

        var late = now - timer.DueAt;
        timer.State = TimerState.Fired;
        timer.EndedAt = now;
        timer.LeasedUntil = null;
        timer.IsLate = late > Punctual;
        if (timer.CaseId is not { } caseId)
        {
            await starts.StartAsync(db, timer, stop);
            return;
        }

        var told = await runner.TellAsync(db, caseId, new Input.TimerFired(now, timer.TimerId!), timer.IsLate ? late : null, stop);
        if (told is Outcome<CaseFile>.Refused)
        {
            timer.State = TimerState.Disarmed;
            await db.SaveChangesAsync(stop);
        }
    }

    /// <summary>The case could not be told: tried again later, and in the end shown to a person.</summary>
    private async Task PutOffAsync(TimerEntry failed, string reason, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.CaseOffice(failed.OfficeId));
        var timer = await db.Timers.SingleAsync(row => row.Id == failed.Id, stop);
        if (timer.Fence != failed.Fence || timer.State is not TimerState.Armed)
        {
            return;
        }

        var now = clock.GetUtcNow();
        timer.LeasedUntil = now + (Retry.After(timer.Attempts) ?? TimeSpan.FromDays(1));
        if (timer.Attempts == MostAttempts)
        {
            db.Incidents.Add(new Incident
            {
                Id = Guid.CreateVersion7(now),
                OfficeId = timer.OfficeId,
                CaseId = timer.CaseId,
                Kind = IncidentKind.Timer,
                About = timer.Id.ToString(),
                NodeId = timer.NodeId,
                Code = "timer-failing",
                Reason = $"時刻が来ましたが、手続きを進められませんでした。{reason}",
                OpenedAt = now,
            });
        }

        await db.SaveChangesAsync(stop);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Timer {Timer} was taken over or is no longer needed.")]
        public static partial void LeaseLost(ILogger logger, Guid timer);

        [LoggerMessage(Level = LogLevel.Error, Message = "Timer {Timer} could not fire.")]
        public static partial void Failed(ILogger logger, Exception trouble, Guid timer);
    }
}
