using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.App.Rehearsing;

/// <summary>Moves the clock and performs all that falls due on the way, each at its time, in time order.</summary>
internal sealed class Rehearsal(RehearsalClock clock, Pump pump)
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
        return clock.GetUtcNow();
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
