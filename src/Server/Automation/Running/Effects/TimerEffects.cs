using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

internal static class TimerEffects
{
    public static Task ArmAsync(OfficeDb db, Decided decided, Effect.ArmTimer arm)
    {
        db.Timers.Add(new TimerEntry
        {
            Id = DerivedId.Of(decided.File.Id, arm.TimerId),
            OfficeId = decided.File.OfficeId,
            CaseId = decided.File.Id,
            TimerId = arm.TimerId,
            NodeId = arm.NodeId,
            DueAt = arm.DueAt,
        });
        return Task.CompletedTask;
    }

    public static async Task SetAsync(OfficeDb db, Decided decided, Effect.SetTimer set, CancellationToken stop)
    {
        var id = DerivedId.Of(decided.File.Id, set.TimerId);
        var timer = await db.Timers.SingleAsync(row => row.Id == id, stop);
        timer.DueAt = set.DueAt;
        timer.LeasedUntil = null;

        // Whoever is firing it at this moment must not.
        timer.Fence++;
    }

    public static async Task DisarmAsync(OfficeDb db, Decided decided, Effect.DisarmTimer disarm, CancellationToken stop)
    {
        var id = DerivedId.Of(decided.File.Id, disarm.TimerId);
        var timer = await db.Timers.SingleAsync(row => row.Id == id, stop);
        if (timer.State is TimerState.Armed)
        {
            timer.State = TimerState.Disarmed;
            timer.EndedAt = decided.At;
        }
    }
}
