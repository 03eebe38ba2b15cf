using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Notices;

internal static class NoticeSets
{
    extension(OfficeDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
    }
}
