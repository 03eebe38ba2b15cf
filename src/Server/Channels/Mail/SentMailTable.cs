using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Channels.Mail;

internal sealed class SentMailTable : IEntityTypeConfiguration<SentMail>
{
    public void Configure(EntityTypeBuilder<SentMail> builder)
    {
        builder.ToTable("mails");
        // Two who send it again: one wins.
        builder.Property(static mail => mail.State).IsConcurrencyToken();
        builder.Ignore(static mail => mail.Calendar);
        builder.HasIndex(static mail => new { mail.OfficeId, mail.WrittenAt, mail.Id });
        builder.HasIndex(static mail => new { mail.OfficeId, mail.State });
        builder.HasIndex(static mail => mail.CaseId);
    }
}
