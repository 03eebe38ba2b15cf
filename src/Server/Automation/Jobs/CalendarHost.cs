using OfficeWorkflow.Workflows.Timing;
using Quartz;

namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>At start: tells Quartz the jobs and their times, and runs what was missed while the server was down.</summary>
internal sealed partial class CalendarHost(ISchedulerFactory schedulers, Housekeeping housekeeping, TimeProvider clock, ILogger<CalendarHost> log) : BackgroundService
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ScheduleAsync(await schedulers.GetScheduler(stoppingToken), stoppingToken);
                await housekeeping.NextDueAsync(stoppingToken);
                await housekeeping.RunDueAsync(stoppingToken);
                return;
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or another node is setting up the same tables: without times nothing would ever run.
                Log.StartFailed(log, trouble);
                await Task.Delay(TryAgain, clock, stoppingToken);
            }
        }
    }

    private async Task ScheduleAsync(IScheduler scheduler, CancellationToken stop)
    {
        foreach (var job in housekeeping.Jobs)
        {
            var detail = JobBuilder.Create<WakeJob>().WithIdentity(job.Key).Build();
            var trigger = TriggerBuilder.Create(clock).WithIdentity(job.Key)
                .WithCronSchedule(job.Times.Cron, static schedule => schedule.InTimeZone(WorkCalendar.Tokyo))
                .Build();
            await scheduler.ScheduleJob(detail, trigger, ScheduleJobOptions.Replacing, stop);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The calendar could not be set up; it is tried again.")]
        public static partial void StartFailed(ILogger logger, Exception trouble);
    }
}
