using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Jobs;

internal static class JobSets
{
    extension(OfficeDb db)
    {
        public DbSet<JobState> JobStates => db.Set<JobState>();

        public DbSet<JobRun> JobRuns => db.Set<JobRun>();
    }
}
