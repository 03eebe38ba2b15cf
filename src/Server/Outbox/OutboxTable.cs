using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Outbox;

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxEntry>
{
    public void Configure(EntityTypeBuilder<OutboxEntry> builder)
    {
        builder.ToTable("outbox");
        builder.Property(static entry => entry.Fence).IsConcurrencyToken();
        builder.HasIndex(static entry => new { entry.State, entry.Kind, entry.DueAt });
        builder.HasIndex(static entry => new { entry.CaseId, entry.About });
        builder.HasIndex(static entry => new { entry.OrderKey, entry.State });
    }
}
