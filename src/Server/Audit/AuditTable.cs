using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Audit;

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.HasKey(static entry => entry.Position);
        builder.HasIndex(static entry => new { entry.OfficeId, entry.At });
        builder.HasIndex(static entry => entry.CaseId);
    }
}
