using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Running.Messages;

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.HasKey(static message => new { message.OfficeId, message.Id });
        builder.Property(static message => message.State).IsConcurrencyToken();
        builder.HasIndex(static message => new { message.OfficeId, message.State, message.Name, message.Key });
    }
}
