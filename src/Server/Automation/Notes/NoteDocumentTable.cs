using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Notes;

internal sealed class NoteDocumentTable : IEntityTypeConfiguration<NoteDocument>
{
    public void Configure(EntityTypeBuilder<NoteDocument> builder)
    {
        builder.ToTable("note_documents");
        builder.HasKey(static document => new { document.NoteId, document.DocumentId });
    }
}
