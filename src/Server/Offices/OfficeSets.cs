using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Offices;

internal static class OfficeSets
{
    extension(OfficeDb db)
    {
        public DbSet<OfficeFile> Offices => db.Set<OfficeFile>();

        public DbSet<Holiday> Holidays => db.Set<Holiday>();
    }
}
