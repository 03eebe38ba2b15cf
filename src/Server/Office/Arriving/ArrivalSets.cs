using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Arriving;

internal static class ArrivalSets
{
    extension(OfficeDb db)
    {
        public DbSet<Arrival> Arrivals => db.Set<Arrival>();

        public DbSet<ArrivedRow> ArrivedRows => db.Set<ArrivedRow>();
    }
}
