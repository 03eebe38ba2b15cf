using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.OfficialForms;

internal static class OfficialFormSets
{
    extension(OfficeDb db)
    {
        public DbSet<Printout> Printouts => db.Set<Printout>();
    }
}
