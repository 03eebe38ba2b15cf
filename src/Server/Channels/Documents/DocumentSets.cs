using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Documents;

internal static class DocumentSets
{
    extension(OfficeDb db)
    {
        public DbSet<Document> Documents => db.Set<Document>();

        public DbSet<DocumentContent> DocumentContents => db.Set<DocumentContent>();
    }
}
