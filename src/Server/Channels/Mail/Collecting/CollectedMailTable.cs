using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Channels.Mail.Collecting;

internal sealed class CollectedMailTable : IEntityTypeConfiguration<CollectedMail>
{
    public void Configure(EntityTypeBuilder<CollectedMail> builder)
    {
        builder.ToTable("collected_mails");
        builder.HasKey(static mail => new { mail.OfficeId, mail.UidHash });
    }
}
