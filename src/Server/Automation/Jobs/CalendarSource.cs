using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>The calendar as the pump sees it: in a rehearsal there is no Quartz, the moved clock finds what is due.</summary>
internal sealed class CalendarSource(Housekeeping housekeeping) : PumpSource
{
    public override string Name => "calendar";

    public override Task<int> PerformDueAsync(CancellationToken stop) => housekeeping.RunDueAsync(stop);

    public override Task<DateTimeOffset?> NextDueAsync(CancellationToken stop) => housekeeping.NextDueAsync(stop);

    /// <summary>A run that was left alone is taken over when its lease has ended.</summary>
    public override Task ReleaseAsync(CancellationToken stop) => Task.CompletedTask;
}
