using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents;

internal static class ConsentSets
{
    extension(OfficeDb db)
    {
        public DbSet<Consent> Consents => db.Set<Consent>();
    }
}
