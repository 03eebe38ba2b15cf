using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Outbox;

internal static class OutboxSets
{
    extension(OfficeDb db)
    {
        public DbSet<OutboxEntry> Outbox => db.Set<OutboxEntry>();
    }
}
