using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

internal static class MoveSets
{
    extension(OfficeDb db)
    {
        public DbSet<MoveBatch> MoveBatches => db.Set<MoveBatch>();

        public DbSet<MoveItem> MoveItems => db.Set<MoveItem>();
    }
}
