using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work;

internal static class WorkSets
{
    extension(OfficeDb db)
    {
        public DbSet<WorkItem> Work => db.Set<WorkItem>();

        public DbSet<WorkMove> WorkMoves => db.Set<WorkMove>();

        public DbSet<FormDraft> FormDrafts => db.Set<FormDraft>();
    }
}
