using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>Whether the calendar comes round: nothing that is not paused may be overdue for long.</summary>
public static class CalendarHealth
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    public static async Task<bool> IsLateAsync(OfficeDb db, DateTimeOffset now, CancellationToken stop)
    {
        var longest = now - Lately;
        return await db.JobStates.AnyAsync(state => state.PausedAt == null && state.NextDueAt < longest, stop);
    }
}
