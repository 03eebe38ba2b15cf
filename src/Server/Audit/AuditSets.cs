using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Audit;

internal static class AuditSets
{
    extension(OfficeDb db)
    {
        public DbSet<AuditEntry> Audit => db.Set<AuditEntry>();

        public DbSet<AuditSeal> AuditSeals => db.Set<AuditSeal>();
    }
}
