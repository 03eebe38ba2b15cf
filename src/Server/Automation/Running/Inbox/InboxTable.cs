using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Running.Inbox;

internal sealed class InboxTable : IEntityTypeConfiguration<InboxEntry>
{
    public void Configure(EntityTypeBuilder<InboxEntry> builder)
    {
        builder.ToTable("case_inbox");
        builder.HasKey(static entry => entry.Position);
        builder.Property(static entry => entry.Fence).IsConcurrencyToken();
        builder.HasIndex(static entry => new { entry.DoneAt, entry.Position });
        builder.HasIndex(static entry => new { entry.CaseId, entry.DoneAt });
    }
}
