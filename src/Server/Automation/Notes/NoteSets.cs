using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Notes;

internal static class NoteSets
{
    extension(OfficeDb db)
    {
        public DbSet<CaseNote> CaseNotes => db.Set<CaseNote>();
    }
}
