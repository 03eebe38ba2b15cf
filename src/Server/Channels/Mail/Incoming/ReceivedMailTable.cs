using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

internal sealed class ReceivedMailTable : IEntityTypeConfiguration<ReceivedMail>
{
    public void Configure(EntityTypeBuilder<ReceivedMail> builder)
    {
        builder.ToTable("received_mails");
        builder.HasKey(static mail => mail.Id);
        builder.Property(static mail => mail.Id).ValueGeneratedNever();
        builder.HasIndex(static mail => new { mail.OfficeId, mail.Fingerprint }).IsUnique();
        builder.HasIndex(static mail => new { mail.OfficeId, mail.ReceivedAt });
    }
}
