using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

internal sealed class MailPauseTable : IEntityTypeConfiguration<MailPause>
{
    public void Configure(EntityTypeBuilder<MailPause> builder)
    {
        builder.ToTable("mail_pauses");
        builder.HasKey(static pause => pause.OfficeId);
    }
}
