using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

internal sealed class DraftCopyTable : IEntityTypeConfiguration<DraftCopy>
{
    public void Configure(EntityTypeBuilder<DraftCopy> builder)
    {
        builder.ToTable("draft_copies");
        builder.HasIndex(static copy => new { copy.OfficeId, copy.Key });
    }
}
