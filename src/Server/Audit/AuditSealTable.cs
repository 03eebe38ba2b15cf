using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Audit;

internal sealed class AuditSealTable : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("audit_seals");
        builder.HasKey(static seal => seal.Number);
        builder.Property(static seal => seal.Number).ValueGeneratedNever();
        builder.HasIndex(static seal => seal.EntryPosition).IsUnique();
    }
}
