using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Procedures;

internal sealed class MessageStartTable : IEntityTypeConfiguration<MessageStart>
{
    public void Configure(EntityTypeBuilder<MessageStart> builder)
    {
        builder.ToTable("message_starts");
        builder.HasKey(static start => new { start.VersionId, start.NodeId });
        builder.HasIndex(static start => new { start.OfficeId, start.MessageName });
    }
}
