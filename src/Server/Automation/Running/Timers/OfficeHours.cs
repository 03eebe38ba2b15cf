using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Running.Timers;

/// <summary>Whether a late timer must wait until its office opens.</summary>
internal static class OfficeHours
{
    /// <returns>When it may fire; null for now.</returns>
    public static async Task<DateTimeOffset?> WaitAsync(OfficeDb db, TimerEntry timer, OfficeCalendars calendars, DateTimeOffset now, CancellationToken stop) =>
        OpeningHours.Wait(timer.DueAt, now, await calendars.OfAsync(db, timer.OfficeId, stop));
}
