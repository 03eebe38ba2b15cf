using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>
/// Runs jobs when they are due, each time once however many nodes there are and whoever wakes it: Quartz, the clock of a rehearsal, a person.
/// </summary>
public sealed partial class Housekeeping(IEnumerable<Job> jobs, OfficeDbs dbs, TimeProvider clock, ILogger<Housekeeping> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(5);

    public IReadOnlyList<Job> Jobs { get; } = [.. jobs];

    public Job? Find(string key) => Jobs.FirstOrDefault(job => string.Equals(job.Key, key, StringComparison.Ordinal));

    /// <summary>All jobs that are due, one after the other.</summary>
    /// <returns>How many ran.</returns>
    public async Task<int> RunDueAsync(CancellationToken stop)
    {
        var ran = 0;
        foreach (var job in await AwaitedAsync(stop))
        {
            ran += await RunDueAsync(job, stop) ? 1 : 0;
        }

        return ran;
    }

    /// <returns>Whether it ran here: false when it is not due, paused, or another node has it.</returns>
    public async Task<bool> RunDueAsync(Job job, CancellationToken stop)
    {
        if (await ClaimAsync(job, stop) is not { } run)
        {
            return false;
        }

        await PerformAsync(job, run, stop);
        return true;
    }

    /// <summary>Runs it now, whether due or paused; its next time stays.</summary>
    public async Task<JobRun> RunNowAsync(Job job, Guid personId, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var run = new JobRun { Job = job.Key, DueAt = UtcMoment.AsStored(now), StartedAt = now, IsLate = false, StartedBy = personId, LeasedUntil = now + Lease, Fence = 1 };
        await using (var db = dbs.Open(new Scope.System("calendar")))
        {
            db.JobRuns.Add(run);
            await db.SaveChangesAsync(stop);
        }

        await PerformAsync(job, run, stop);
        return run;
    }

    /// <summary>When a job will be due next; null when all are paused. Jobs that the calendar does not know yet are entered.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("calendar"));
        var keys = Jobs.Select(static job => job.Key).ToList();
        var states = await db.JobStates.AsNoTracking().Where(state => keys.Contains(state.Job)).ToListAsync(stop);
        foreach (var job in Jobs.Where(job => states.TrueForAll(state => !string.Equals(state.Job, job.Key, StringComparison.Ordinal))))
        {
            await ClaimAsync(job, stop);
        }

        return await db.JobStates.Where(state => keys.Contains(state.Job) && state.PausedAt == null).MinAsync(static state => (DateTimeOffset?)state.NextDueAt, stop);
    }

    /// <summary>Those worth a claim, in their order: a calendar with nothing due is two questions and no transaction.</summary>
    private async Task<List<Job>> AwaitedAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var db = dbs.Open(new Scope.System("calendar"));
        var later = await db.JobStates.Where(state => state.PausedAt != null || state.NextDueAt > now).Select(static state => state.Job).ToListAsync(stop);
        var abandoned = await db.JobRuns.Where(run => run.EndedAt == null && run.LeasedUntil < now).Select(static run => run.Job).ToListAsync(stop);
        return [.. Jobs.Where(job => !later.Contains(job.Key, StringComparer.Ordinal) || abandoned.Contains(job.Key, StringComparer.Ordinal))];
    }

    private async Task<JobRun?> ClaimAsync(Job job, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("calendar"));
        try
        {
            return await db.InTransactionAsync(inner => ClaimAsync(db, job, inner), stop);
        }
        catch (DbUpdateException)
        {
            // Another node was faster: the moment's row, or the step to the next moment, is its.
            return null;
        }
    }

    private async Task<JobRun?> ClaimAsync(OfficeDb db, Job job, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.JobStates.SingleOrDefaultAsync(state => state.Job == job.Key, stop) is not { } state)
        {
            db.JobStates.Add(new JobState { Job = job.Key, NextDueAt = job.Times.NextAfter(now) });
            await db.SaveChangesAsync(stop);
            return null;
        }

        var run = await AbandonedAsync(db, job, now, stop);
        if (run is null && state.PausedAt is null && state.NextDueAt <= now)
        {
            run = new JobRun { Job = job.Key, DueAt = state.NextDueAt, StartedAt = now, IsLate = now - state.NextDueAt > OnTime };
            db.JobRuns.Add(run);
            state.NextDueAt = job.Times.NextAfter(now);
        }

        if (run is not null)
        {
            run.LeasedUntil = now + Lease;
            run.Fence++;
            await db.SaveChangesAsync(stop);
        }

        return run;
    }

    private static Task<JobRun?> AbandonedAsync(OfficeDb db, Job job, DateTimeOffset now, CancellationToken stop) =>
        db.JobRuns.Where(run => run.Job == job.Key && run.EndedAt == null && run.LeasedUntil < now).OrderBy(static run => run.DueAt).FirstOrDefaultAsync(stop);

    private async Task PerformAsync(Job job, JobRun run, CancellationToken stop)
    {
        try
        {
            run.Told = await job.RunAsync(stop);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            Log.JobFailed(log, trouble, job.Key);
            run.Trouble = trouble.GetType().Name;
        }

        // What was done is done, even while the server is stopping.
        await EndAsync(run, CancellationToken.None);
    }

    private async Task EndAsync(JobRun run, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        run.EndedAt = now;
        await using var db = dbs.Open(new Scope.System("calendar"));
        await db.InTransactionAsync(
            inner => db.JobRuns.Where(row => row.Job == run.Job && row.DueAt == run.DueAt && row.Fence == run.Fence).ExecuteUpdateAsync(
                row => row.SetProperty(static r => r.EndedAt, now).SetProperty(static r => r.Told, run.Told).SetProperty(static r => r.Trouble, run.Trouble)
                    .SetProperty(static r => r.LeasedUntil, (DateTimeOffset?)null),
                inner),
            stop);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed; it runs again at its next time.")]
        public static partial void JobFailed(ILogger logger, Exception trouble, string job);
    }
}
