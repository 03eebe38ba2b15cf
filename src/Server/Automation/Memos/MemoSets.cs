using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Memos;

internal static class MemoSets
{
    extension(OfficeDb db)
    {
        public DbSet<Memo> Memos => db.Set<Memo>();
    }
}
