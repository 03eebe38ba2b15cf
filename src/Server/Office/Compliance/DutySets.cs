using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Compliance;

internal static class DutySets
{
    extension(OfficeDb db)
    {
        public DbSet<OfficeDuties> OfficeDuties => db.Set<OfficeDuties>();
    }
}
