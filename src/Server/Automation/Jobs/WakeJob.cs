using Quartz;

namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>What Quartz runs: it wakes the job of its own name.</summary>
internal sealed class WakeJob(Housekeeping housekeeping) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (housekeeping.Find(context.JobDetail.Key.Name) is { } job)
        {
            await housekeeping.RunDueAsync(job, cancellationToken);
        }
    }
}
