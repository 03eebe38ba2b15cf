using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases;

internal static class CaseSets
{
    extension(OfficeDb db)
    {
        public DbSet<CaseFile> Cases => db.Set<CaseFile>();

        public DbSet<HistoryEntry> History => db.Set<HistoryEntry>();
    }
}
