using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Channels.Mail.Servers;

internal sealed class MailServerTable : IEntityTypeConfiguration<MailServer>
{
    public void Configure(EntityTypeBuilder<MailServer> builder)
    {
        builder.ToTable("mail_servers");
        builder.HasKey(static server => server.OfficeId);
    }
}
