using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>What an administrator does about a job: pause, resume, run now.</summary>
internal static class ChangeJob
{
    /// <summary>A paused job is not run; what falls due meanwhile is not made up for.</summary>
    public static async Task<Refusal?> PauseAsync(Job job, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await StateAsync(job, db, clock, stop) is not { PausedAt: null } state)
        {
            return new Refusal("job-paused", "この仕事はもう一時停止しています。", Kind: RefusalKind.Conflict);
        }

        state.PausedAt = clock.GetUtcNow();
        state.PausedBy = viewer.PersonId;
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "calendar-paused", $"job:{job.Key}", $"「{job.Name}」を一時停止した。");
        await db.SaveChangesAsync(stop);
        return null;
    }

    public static async Task<Refusal?> ResumeAsync(Job job, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await StateAsync(job, db, clock, stop) is not { PausedAt: not null } state)
        {
            return new Refusal("job-runs", "この仕事は一時停止していません。", Kind: RefusalKind.Conflict);
        }

        state.PausedAt = null;
        state.PausedBy = null;
        state.NextDueAt = job.Times.NextAfter(clock.GetUtcNow());
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "calendar-resumed", $"job:{job.Key}", $"「{job.Name}」を再開した。");
        await db.SaveChangesAsync(stop);
        return null;
    }

    public static async Task RunAsync(Job job, Viewer viewer, Housekeeping housekeeping, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "calendar-run-by-hand", $"job:{job.Key}", $"「{job.Name}」をいま実行した。");
        await db.SaveChangesAsync(stop);
        await housekeeping.RunNowAsync(job, viewer.PersonId, stop);
    }

    private static async Task<JobState> StateAsync(Job job, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await db.JobStates.SingleOrDefaultAsync(state => state.Job == job.Key, stop)
        ?? db.JobStates.Add(new JobState { Job = job.Key, NextDueAt = job.Times.NextAfter(clock.GetUtcNow()) }).Entity;
}
