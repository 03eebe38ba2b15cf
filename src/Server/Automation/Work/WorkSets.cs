using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work.Bulk;
using OfficeWorkflow.Server.Automation.Work.Exclusions;
using OfficeWorkflow.Server.Automation.Work.Filters;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work;

internal static class WorkSets
{
    extension(OfficeDb db)
    {
        public DbSet<WorkItem> Work => db.Set<WorkItem>();

        public DbSet<WorkMove> WorkMoves => db.Set<WorkMove>();

        public DbSet<WorkExclusion> WorkExclusions => db.Set<WorkExclusion>();

        public DbSet<SavedFilter> SavedFilters => db.Set<SavedFilter>();

        public DbSet<BulkDone> DoneInBulk => db.Set<BulkDone>();

        public DbSet<FormDraft> FormDrafts => db.Set<FormDraft>();
    }
}
