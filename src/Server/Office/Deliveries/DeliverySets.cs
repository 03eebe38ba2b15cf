using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Deliveries;

internal static class DeliverySets
{
    extension(OfficeDb db)
    {
        public DbSet<Delivery> Deliveries => db.Set<Delivery>();
    }
}
