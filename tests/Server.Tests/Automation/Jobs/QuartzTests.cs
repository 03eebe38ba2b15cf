using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using Quartz;

namespace OfficeWorkflow.Server.Tests.Automation.Jobs;

/// <summary>The server with Quartz running, as it runs in an office.</summary>
public abstract class QuartzTests(RunningOffice office) : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        office.Settings["Pump:Runs"] = "true";
        await office.InitializeAsync();
    }

    public Task DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Quartz_knows_every_job_and_wakes_it()
    {
        await office.Services.GetServices<IHostedService>().OfType<CalendarHost>().Single().ExecuteTask!;
        var scheduler = await office.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var jobs = office.Services.GetRequiredService<Housekeeping>().Jobs;
        var job = jobs[0];
        foreach (var known in jobs)
        {
            Assert.Equal(known.Times.Cron, ((ICronTrigger)(await scheduler.GetTrigger(new TriggerKey(known.Key)))!).CronExpressionString);
        }

        await using var db = office.Db();
        await db.JobStates.Where(state => state.Job == job.Key).ExecuteUpdateAsync(
            row => row.SetProperty(static state => state.NextDueAt, office.Clock.GetUtcNow().AddHours(-1)));
        await scheduler.TriggerJob(new JobKey(job.Key));
        var run = await FirstRunAsync(db, job);

        Assert.True(run.IsLate);
    }

    private static async Task<JobRun> FirstRunAsync(OfficeDb db, Job job)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await db.JobRuns.AsNoTracking().FirstOrDefaultAsync(run => run.Job == job.Key && run.EndedAt != null, patience.Token) is { } run)
            {
                return run;
            }

            await Task.Yield();
        }
    }

    public sealed class OnSqlite() : QuartzTests(new RunningOffice.OnSqlite());

    public sealed class OnPostgres() : QuartzTests(new RunningOffice.OnPostgres());
}
