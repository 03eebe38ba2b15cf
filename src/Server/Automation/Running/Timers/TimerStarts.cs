using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Running.Timers;

/// <summary>Procedures that start by the clock: one armed timer for each such start event of the version that is in use.</summary>
public sealed class TimerStarts(Beginning beginning, OfficeCalendars calendars, TimeProvider clock)
{
    /// <summary>
    /// Arms the timer starts of a version that is being published; those of older versions end where it begins. Changes rows only.
    /// </summary>
    public async Task ArmAsync(OfficeDb db, ProcedureVersion version, Process process, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var calendar = await calendars.OfAsync(db, version.OfficeId, stop);
        var firstDay = CivilTime.At(version.StartsOn, TimeOnly.MinValue, calendar.Zone);
        var from = firstDay > now ? firstDay.Value : now;
        var older = await db.Timers
            .Where(timer => timer.OfficeId == version.OfficeId && timer.ProcedureKey == version.Key)
            .Where(timer => timer.State == TimerState.Armed && timer.DueAt >= from)
            .ToListAsync(stop);
        foreach (var timer in older)
        {
            timer.State = TimerState.Disarmed;
            timer.EndedAt = now;
        }

        foreach (var start in process.TimerStarts)
        {
            var reading = ((Trigger.Timer)start.Trigger).Definition.Spec?.First(static _ => null, new EvaluationMoment(from, calendar));
            if (reading is DueReading.Falls falls)
            {
                db.Timers.Add(TimerOf(version, start.Id, falls.Due));
            }
        }
    }

    /// <summary>Starts the case, arms the next time and saves both with the timer's mark.</summary>
    public async Task StartAsync(OfficeDb db, TimerEntry timer, CancellationToken stop)
    {
        var calendar = await calendars.OfAsync(db, timer.OfficeId, stop);
        var due = new Due(timer.DueAt, timer.Anchor ?? timer.DueAt, timer.Rule, timer.Ordinal);
        if (timer.Rule.Length > 0 && due.Next(calendar, clock.GetUtcNow()) is { } next)
        {
            var version = await ProcedureLibrary.CurrentAsync(
                db, timer.OfficeId, timer.ProcedureKey!, CivilTime.DayOf(next.At, calendar.Zone), stop);

            // A newer version that begins before the next time has armed its own.
            if (version is not null && version.Id == timer.VersionId)
            {
                db.Timers.Add(TimerOf(version, timer.NodeId, next));
            }
        }

        var request = new StartRequest(timer.OfficeId, timer.ProcedureKey!, Value.Record.Empty)
        {
            StartNodeId = timer.NodeId,
            CaseId = DerivedId.Of(timer.Id, "start"),
        };
        _ = await beginning.BeginAsync(db, request, stop);
        await db.SaveChangesAsync(stop);
    }

    private static TimerEntry TimerOf(ProcedureVersion version, string nodeId, Due due) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = version.OfficeId,
        ProcedureKey = version.Key,
        VersionId = version.Id,
        NodeId = nodeId,
        DueAt = due.At,
        Anchor = due.Anchor,
        Rule = due.Rule,
        Ordinal = due.Ordinal,
    };
}
