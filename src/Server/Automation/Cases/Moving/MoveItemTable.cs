using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

internal sealed class MoveItemTable : IEntityTypeConfiguration<MoveItem>
{
    public void Configure(EntityTypeBuilder<MoveItem> builder)
    {
        builder.ToTable("move_items");
        builder.HasKey(static item => item.Id);
        builder.Property(static item => item.Fence).IsConcurrencyToken();
        builder.Property(static item => item.State).IsConcurrencyToken();
        builder.HasIndex(static item => new { item.BatchId, item.CaseId }).IsUnique();
        builder.HasIndex(static item => new { item.State, item.DueAt });
    }
}
