using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Channels.Documents;

internal sealed class DocumentContentTable : IEntityTypeConfiguration<DocumentContent>
{
    public void Configure(EntityTypeBuilder<DocumentContent> builder)
    {
        builder.ToTable("document_contents");
        builder.HasKey(static row => row.DocumentId);
        builder.Property(static row => row.DocumentId).ValueGeneratedNever();
        builder.HasOne<Document>().WithOne().HasForeignKey<DocumentContent>(static row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
