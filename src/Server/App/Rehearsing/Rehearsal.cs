using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.People.Sessions;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.App.Rehearsing;

/// <summary>Moves the clock and performs all that falls due on the way, each at its time, in time order.</summary>
internal sealed class Rehearsal(RehearsalClock clock, Pump pump, SessionLimits limits, OfficeDbs dbs)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    public async Task<Outcome<DateTimeOffset>> HandleAsync(string? advance, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (IsoDuration.Read(advance ?? "") is not { } length || length.After(now, WorkCalendar.Tokyo) is not { } target
            || target <= now || target - now > Longest)
        {
            return new Refusal("advance-unreadable", "進める時間は P1D（1日）や PT1H（1時間）のように、400日以内で指定してください。", nameof(advance));
        }

        await MoveToAsync(target, stop);
        await StayAsync(limits.FirstAt(now), stop);
        return clock.GetUtcNow();
    }

    /// <summary>Nobody sat there for the days that were jumped over: whoever was signed in stays so, as if from now.</summary>
    private async Task StayAsync(DateTimeOffset first, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var db = dbs.Open(new Scope.System("rehearsal"));
        await db.InTransactionAsync(
            inner => db.SignInSessions.Where(row => row.EndedAt == null && row.BegunAt > first).ExecuteUpdateAsync(row => row.SetProperty(static session => session.BegunAt, now), inner),
            stop);
    }

    /// <summary>Nothing else is performed meanwhile, so nothing is under way when the clock moves.</summary>
    private Task MoveToAsync(DateTimeOffset target, CancellationToken stop) => pump.AloneAsync(async drain =>
    {
        await drain(stop);
        while (await pump.NextDueAsync(stop) is { } due && due <= target)
        {
            // What is due already and was not performed must wait for something else: it must not hold the clock.
            clock.MoveTo(due > clock.GetUtcNow() ? due : clock.GetUtcNow() + TimeSpan.FromMinutes(1));
            await drain(stop);
        }

        clock.MoveTo(target);
        await drain(stop);
    }, stop);
}
